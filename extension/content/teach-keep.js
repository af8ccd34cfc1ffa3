/** The last screen of teach mode: what the site is called, which part of its address is a listing's, and who is to have it. */

import { keysOf } from '../adapters/teach-place.js';
import { el } from '../panel/dom.js';
import { problemBox } from '../panel/problem.js';
import { ask } from './client.js';
import { outlineButton } from './outline-button.js';
import { say } from './words.js';

/**
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 * @typedef {import('../adapters/teach-place.js').Site} Site
 * @typedef {import('./teach-overlay.js').Overlay} Overlay
 */

const LONGEST_ADDRESS = 60;

/**
 * Ask until it was kept or shared, or the person goes back.
 * @param {Overlay} overlay
 * @param {string} address
 * @param {(site: Site) => Adapter} made  the adapter under that name
 * @param {boolean} known  the site has a name and listings already
 * @returns {Promise<Adapter | 'back'>}
 */
export async function askToKeep(overlay, address, made, known) {
  const status = await ask({ kind: 'status' });
  const mayShare = status.ok && status.value.paired;
  return new Promise((resolve) => showKeep(overlay, formOf(address, made, known), mayShare, resolve));
}

/** @typedef {{fields: HTMLElement[], adapter: () => Adapter}} Form */

/**
 * @param {string} address
 * @param {(site: Site) => Adapter} made
 * @param {boolean} known
 * @returns {Form}
 */
function formOf(address, made, known) {
  if (known) return { fields: [], adapter: () => made({}) };
  const keys = keysOf(address);
  const named = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim().slice(0, 80);
  const name = el('input', { id: 'site', value: named || new URL(address).hostname.replace(/^www\./, ''), maxLength: 80 });
  const choices = [...keys.map(({ key, value }) => ({ key, label: say('teachKey', value, keyPlace(key, address)) })), { key: null, label: say('teachKeyNone') }];
  const select = el('select', { id: 'key' }, ...choices.map(({ label }, index) => el('option', { value: String(index) }, label)));
  /** @type {HTMLElement[]} */
  const fields = [
    el('label', { htmlFor: 'site' }, say('teachSiteName')), name,
    el('label', { htmlFor: 'key' }, say('teachSiteKey')), select,
    el('p', { class: 'soft words' }, shortened(address)),
  ];
  return { fields, adapter: () => made({ name: name.value, key: choices[Number(select.value)].key }) };
}

/**
 * @param {import('../adapters/teach-place.js').Key} key
 * @param {string} address
 */
function keyPlace(key, address) {
  if ('query' in key) return `?${key.query}=…`;
  return shortened(`/${new URL(address).pathname.split('/').filter(Boolean).slice(0, key.part + 1).join('/')}`);
}

/** @param {string} address */
const shortened = (address) => (address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address);

/**
 * @param {Overlay} overlay
 * @param {Form} form
 * @param {boolean} mayShare
 * @param {(outcome: Adapter | 'back') => void} end
 */
function showKeep(overlay, form, mayShare, end) {
  const told = el('div', { role: 'status' });
  const tell = (/** @type {string} */ sentence) => told.replaceChildren(el('p', { class: 'good' }, sentence));
  const keep = () => void send(() => ask({ kind: 'keepTaught', adapter: form.adapter() }), told, (kept) => end(kept));
  const share = () => void send(() => ask({ kind: 'share-adapter', adapter: form.adapter() }), told, ({ adapter }) => {
    const done = el('button', { type: 'button', class: 'main', onclick: () => end(adapter) }, say('teachDone'));
    overlay.show([el('p', { class: 'good' }, say('teachShared')), el('div', { class: 'buttons' }, done)], done);
  });
  const shareButton = el('button', { type: 'button', class: 'main', onclick: share }, say('teachShare'));
  const keepButton = el('button', { type: 'button', class: mayShare ? '' : 'main', onclick: keep }, say('teachKeep'));
  overlay.show([
    el('p', { class: 'asked' }, say('teachWhoGets')),
    ...form.fields,
    el('div', { class: 'buttons' }, mayShare && shareButton, keepButton, el('button', { type: 'button', onclick: () => end('back') }, say('teachBack'))),
    !mayShare && el('p', { class: 'soft' }, say('teachShareUnpaired')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'link', onclick: () => download(form.adapter()) }, say('teachDownload')), outlineButton(tell)),
    told,
  ], mayShare ? shareButton : keepButton);
}

/**
 * @template T
 * @param {() => Promise<import('../background/messages.js').Outcome<T>>} asking
 * @param {HTMLElement} told
 * @param {(answer: T) => void} done
 */
async function send(asking, told, done) {
  const outcome = await asking();
  if (outcome.ok) return done(outcome.value);
  return told.replaceChildren(problemBox(outcome.problem, () => void send(asking, told, done)));
}

/** @param {Adapter} adapter */
function download(adapter) {
  const file = new Blob([`${JSON.stringify(adapter, null, 2)}\n`], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  el('a', { href: address, download: `${adapter.id}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
