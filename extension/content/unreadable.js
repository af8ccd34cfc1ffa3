/** A page that should have reviews and stays without any we can read: said once, calmly, with what a person can do. */

import { el } from '../panel/dom.js';
import { closeButton, showBar } from './bar.js';
import { ask } from './client.js';
import { concernsUs } from './concern.js';
import { whenSettled } from './door.js';
import { outlineButton } from './outline-button.js';
import { startTeaching } from './page-now.js';
import { say } from './words.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 *
 * `listing` is whose page it is, `isEmpty` tells whether still nothing is read.
 * @typedef {{listing: string|null, isEmpty: () => boolean, lookAgain: () => void}} Doubt
 */

/** @type {WeakMap<Visiting, string>} */
const waiting = new WeakMap();

/**
 * Nothing was read here: look again when the page has had its time, and tell if that stays so.
 * @param {Visiting} visiting
 * @param {Doubt} doubt
 */
export function waitForReviews(visiting, doubt) {
  const { url, signal, doubted } = visiting;
  if (waiting.get(visiting) === url) return;
  const first = !waiting.has(visiting);
  waiting.set(visiting, url);
  const isEmpty = () => visiting.url === url && doubt.isEmpty() && visiting.guess === 'open' && !signal.aborted;
  if (first && doubted) return void tell(visiting, { ...doubt, isEmpty });
  whenSettled(signal, async () => {
    if (isEmpty() && (await concernsUs(visiting)) && isEmpty()) void tell(visiting, { ...doubt, isEmpty });
  });
}

/**
 * @param {Visiting} visiting
 * @param {Doubt} doubt
 */
async function tell(visiting, { listing, isEmpty, lookAgain }) {
  const { adapters: [adapter], signal } = visiting;
  const once = await ask({ kind: 'firstTime', what: `unreadable ${listing ?? adapter.id}` });
  if (!once.ok || !once.value.first || !isEmpty()) return;
  const told = el('p', { class: 'soft', role: 'status' });
  showBar('unreadable', signal,
    el('div', { class: 'line' }, el('p', {}, say('barUnreadable', adapter.name)), closeButton()),
    el('p', { class: 'soft' }, say('barUnreadableHow')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'main', onclick: () => void startTeaching(visiting, lookAgain) }, say('teachThisPage')),
      outlineButton((sentence) => told.replaceChildren(sentence))),
    told);
}
