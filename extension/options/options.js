/** The options page: where Amends is, who this browser is there, and which listings are ours. */

import { ask } from '../content/client.js';
import { say, sayCount } from '../content/words.js';
import { el } from '../panel/dom.js';
import { sayPage } from '../panel/page-words.js';
import { problemSentence } from '../panel/problem.js';
import { showTaughtSites } from './taught-sites.js';

/**
 * @typedef {import('../background/shapes.js').Status} Status
 * @typedef {import('../background/messages.js').Problem} Problem
 */

const inFirefox = location.protocol === 'moz-extension:';

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/**
 * @param {string} text
 * @param {'good'|'problem'|''} [tone]
 */
function tell(text, tone = '') {
  at('news').className = tone;
  at('news').textContent = text;
}

/** @param {Problem} problem */
const tellProblem = (problem) => tell(problemSentence(problem), 'problem');

async function show() {
  const outcome = await ask({ kind: 'status' });
  if (!outcome.ok) return tellProblem(outcome.problem);
  const { paired, address, staff } = outcome.value;
  at('unpaired').hidden = paired;
  at('paired').hidden = !paired;
  at('places').hidden = !paired;
  if (!field('address').value) field('address').value = address;
  at('who').textContent = staff ? say('pairedAs', staff.name, say(`role_${staff.role}`), address) : address;
  showWaiting(outcome.value);
  showListings(outcome.value);
  return undefined;
}

/** @param {Status} status */
function showWaiting({ waiting, failed }) {
  at('waiting').textContent = waiting ? sayCount('repliesWaiting', waiting) : '';
  at('failed').replaceChildren(...failed.map(({ text, detail }) => el(
    'li', { class: 'problem' }, say('replyFailed', detail), el('p', { class: 'words soft', dir: 'auto' }, text.slice(0, 200)),
  )));
}

/** @param {Status} status */
function showListings({ listings, staff }) {
  const mayWrite = staff?.role !== 'reader';
  at('add-listing').hidden = !mayWrite;
  const rows = listings.map(({ id, name }) => el(
    'li', {},
    el('span', { class: 'words', dir: 'auto' }, name ? `${name} (${id})` : id),
    mayWrite && el('button', { type: 'button', 'aria-label': say('removeListing', id), onclick: () => void remove(id) }, say('removeButton')),
  ));
  at('listings').replaceChildren(...(rows.length ? rows : [el('li', { class: 'soft' }, say('listingsEmpty'))]));
}

/** @param {string} id */
async function remove(id) {
  const outcome = await ask({ kind: 'removeListing', id });
  if (outcome.ok) tell(say('listingRemoved', id), 'good');
  else tellProblem(outcome.problem);
  await show();
}

/**
 * Firefox lets the extension reach an address only when the person agreed; Chrome needs nothing, for the API admits us.
 * @param {string} typed
 */
async function mayReach(typed) {
  if (!inFirefox) return true;
  const url = URL.parse(typed.trim());
  if (!url) return true;
  return chrome.permissions.request({ origins: [`${url.protocol}//${url.hostname}/*`] }).catch(() => false);
}

at('pair').addEventListener('submit', async (event) => {
  event.preventDefault();
  const address = field('address').value;
  if (!(await mayReach(address))) return tell(say('permissionNeeded', address), 'problem');
  tell(say('pairing'));
  const outcome = await ask({ kind: 'pair', address, code: field('code').value });
  if (!outcome.ok) {
    tellProblem(outcome.problem);
    field('code').focus();
    return undefined;
  }
  field('code').value = '';
  tell(say('pairedNow'), 'good');
  await show();
  at('test').focus();
  return undefined;
});

/** @param {string} [address] */
async function test(address) {
  if (address !== undefined && !(await mayReach(address))) return tell(say('permissionNeeded', address), 'problem');
  tell(say('testing'));
  const outcome = await ask({ kind: 'test', address });
  if (!outcome.ok) return tellProblem(outcome.problem);
  const { who, version, address: where } = outcome.value;
  tell(who && version ? say('testGoodAs', version, who.name) : say('testAnswers', where), 'good');
  return show();
}

at('test').addEventListener('click', () => void test());
at('test-address').addEventListener('click', () => void test(field('address').value));
at('unpair').addEventListener('click', async () => {
  await ask({ kind: 'unpair' });
  tell(say('unpaired'));
  await show();
  field('code').focus();
});
at('add-listing').addEventListener('submit', async (event) => {
  event.preventDefault();
  const id = field('listing-id').value.trim();
  const platform = id.split(':')[0];
  if (!/^[a-z0-9-]+:\S+$/.test(id)) return tell(say('listingBad'), 'problem');
  const outcome = await ask({ kind: 'addListing', id, platform });
  if (!outcome.ok) return tellProblem(outcome.problem);
  field('listing-id').value = '';
  tell(say('listingAdded', id), 'good');
  return show();
});

/** In Firefox the marketplaces of the manifest are for the person to allow. */
async function showSites() {
  const origins = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
  const allowed = await chrome.permissions.contains({ origins }).catch(() => true);
  at('sites').hidden = allowed || !inFirefox;
  at('allow-sites').onclick = async () => {
    await chrome.permissions.request({ origins }).catch(() => false);
    await showSites();
  };
}

chrome.storage.onChanged.addListener(async (changes) => {
  if ('team' in changes || 'taught' in changes) await showTaughtSites();
  if (!('outbox' in changes)) return;
  const outcome = await ask({ kind: 'status' });
  if (outcome.ok) showWaiting(outcome.value);
});

sayPage();
await show();
await showSites();
await showTaughtSites();
