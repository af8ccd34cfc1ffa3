/** A page that should have reviews and stays without any we can read: said once, calmly, with what a person can do. */

import { el } from '../panel/dom.js';
import { closeButton, showBar } from './bar.js';
import { ask } from './client.js';
import { outlineButton } from './outline-button.js';
import { startTeaching } from './page-now.js';
import { say } from './words.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 *
 * `listing` is whose page it is, `isEmpty` tells whether still nothing is read.
 * @typedef {{listing: string|null, isEmpty: () => boolean, lookAgain: () => void}} Doubt
 */

/** Pages fetch their reviews late; this long after all else is there, nothing more is expected. */
const PATIENCE_MS = 5000;
const LONGEST_LOOK = 300_000;
const LONGEST_SENTENCE = 300;
const COUNT = /"(?:reviewCount|ratingCount)"\s{0,5}:\s{0,5}"?(\d{1,9})/g;
/** "No reviews yet", in the languages of the pages staff work on. */
const NONE_YET = new RegExp(
  '(?:^|[^\\p{L}\\d])(?:no|0|zero|geen|keine|noch keine|aucun|aucune|ningún|ninguna|sin|nessuna|ingen|inga) (?:[\\p{L}]{1,15} )?'
  + '(?:reviews?|ratings?|feedback|recensies|beoordelingen|bewertungen|rezensionen|avis|évaluations?|reseñas?|opiniones|opinión'
  + '|valoraci(?:ón|ones)|recension[ei]|recensioner|anmeldelser)(?!\\p{L})|be the first to review',
  'iu',
);

/** @type {WeakMap<Visiting, string>} */
const waiting = new WeakMap();

/**
 * Nothing was read here: look again when the page has had its time, and tell if that stays so.
 * @param {Visiting} visiting
 * @param {Doubt} doubt
 */
export function waitForReviews(visiting, doubt) {
  const { url, signal } = visiting;
  // A frame may be a banner, or hold something else on purpose.
  if (window.top !== window || waiting.get(visiting) === url) return;
  waiting.set(visiting, url);
  const wait = () => {
    const timer = setTimeout(() => {
      if (visiting.url === url && doubt.isEmpty() && visiting.guess === 'open') void tell(visiting, doubt);
    }, PATIENCE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true, signal });
}

/**
 * @param {Visiting} visiting
 * @param {Doubt} doubt
 */
async function tell(visiting, { listing, isEmpty, lookAgain }) {
  const { adapters: [adapter], signal } = visiting;
  if (!adapter || saysNone() || !(await concernsUs(visiting, listing))) return;
  const once = await ask({ kind: 'firstTime', what: `unreadable ${listing ?? adapter.id}` });
  if (!once.ok || !once.value.first || signal.aborted || !isEmpty()) return;
  const told = el('p', { class: 'soft', role: 'status' });
  showBar('unreadable', signal,
    el('div', { class: 'line' }, el('p', {}, say('barUnreadable', adapter.name)), closeButton()),
    el('p', { class: 'soft' }, say('barUnreadableHow')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'main', onclick: () => void startTeaching(visiting, lookAgain) }, say('teachThisPage')),
      outlineButton((sentence) => told.replaceChildren(sentence))),
    told);
}

/**
 * Is this for us to mend? Our own listing is; on a platform where none of ours is known yet, a page that shows reviews may be.
 * @param {Visiting} visiting
 * @param {string|null} listing
 */
async function concernsUs(visiting, listing) {
  const { adapters, signal } = visiting;
  const outcome = await ask({ kind: 'status' });
  if (!outcome.ok || signal.aborted) return false;
  const { paired, listings, not_ours: notOurs, staff } = outcome.value;
  if (!paired || staff?.role === 'reader') return false;
  if (listings.some(({ id }) => id === listing)) return true;
  const others = listings.some(({ id }) => id.startsWith(`${adapters[0].id}:`));
  return !others && !notOurs.includes(listing ?? '') && (await showsReviews(visiting));
}

/** Does the page itself say that there are none? */
function saysNone() {
  const counts = [...document.querySelectorAll('script[type*="ld+json"]')]
    .flatMap(({ textContent }) => [...(textContent ?? '').slice(0, LONGEST_LOOK).matchAll(COUNT)].map(([, count]) => Number(count)));
  const most = counts.length ? Math.max(...counts) : undefined;
  return most === undefined ? saysSoInWords() : most === 0;
}

function saysSoInWords() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (node);
    if (data.length < LONGEST_SENTENCE && !parentElement?.closest('script, style, template') && NONE_YET.test(data)) return true;
  }
  return false;
}

/**
 * Does its shape look like reviews? Nothing is sent or shown of what is found.
 * @param {Visiting} visiting
 */
async function showsReviews({ url, adapters }) {
  const { readUnknownPage } = await import('../adapters/unknown-page.js');
  return readUnknownPage(document, url, { adapters }).items.length > 1;
}
