/** The small bar in a corner: this page is not (yet) ours, or could not be asked about, or what was read on request. */

import { el } from '../panel/dom.js';
import { problemBox } from '../panel/problem.js';
import { ask } from './client.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';
import { say, sayCount } from './words.js';

/** @typedef {import('../background/messages.js').Problem} Problem */

/** @type {HTMLElement|null} */
let bar = null;
let shown = '';

/** Take the bar away. */
export function removeBar() {
  bar?.remove();
  bar = null;
  shown = '';
}

/**
 * Show a bar with these parts, in the place of any other.
 * @param {string} what  shown once: the same bar is not built again
 * @param {AbortSignal} signal
 * @param {...(Node|string)} inside
 */
export function showBar(what, signal, ...inside) {
  if (shown === what || signal.aborted) return;
  removeBar();
  shown = what;
  bar = document.createElement('amends-bar');
  bar.dataset.theme = themeAt(document.body);
  const root = bar.attachShadow({ mode: 'open' });
  const box = el('section', { 'aria-label': say('barName'), role: 'region' }, ...inside);
  root.append(box);
  const made = bar;
  // Undressed it would stand in the page's own flow and move it.
  made.style.display = 'none';
  const dressed = () => {
    made.style.removeProperty('display');
    made.setAttribute('data-ready', '');
  };
  // Where the extension is gone and its looks with it, the words are still said.
  void dress(root, 'paper', 'bar').then(dressed, dressed);
  document.body.append(bar);
}

/**
 * The cross that takes the bar away.
 * @param {() => void} [also]
 */
export function closeButton(also) {
  const close = () => {
    also?.();
    bar?.remove();
  };
  return el('button', { type: 'button', 'aria-label': say('close'), class: 'close', onclick: close }, '×');
}

/**
 * Ask whether this place is ours; nothing is sent until somebody says so.
 * @param {string} place
 * @param {string|undefined} name
 * @param {() => void} ours
 * @param {AbortSignal} signal
 */
export function showOursBar(place, name, ours, signal) {
  const never = () => {
    void ask({ kind: 'notOurs', listing: place });
    removeBar();
  };
  showBar(`ours ${place}`, signal,
    el('p', {}, say('barOurs')),
    el('p', { class: 'soft words', dir: 'auto' }, name ? `${name} (${place})` : place),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'main', onclick: ours }, say('thisIsOurs')),
      el('button', { type: 'button', onclick: never }, say('notOurs')),
      closeButton()));
}

/**
 * Say that whoever may only read gets no chips: asking about reviews is a writer's right.
 * @param {boolean} ours  is this place one of ours already?
 * @param {AbortSignal} signal
 */
export function showReaderBar(ours, signal) {
  showBar(`reader ${ours}`, signal,
    el('p', {}, say(ours ? 'barReader' : 'barReaderNotOurs')), el('div', { class: 'buttons' }, closeButton()));
}

/**
 * Say what went wrong, with its next step.
 * @param {Problem} problem
 * @param {(() => void)|null} retry
 * @param {AbortSignal} signal
 */
export function showProblemBar(problem, retry, signal) {
  removeBar();
  showBar('problem', signal, problemBox(problem, retry ?? undefined), el('div', { class: 'buttons' }, closeButton()));
}

/**
 * Say how many reviews were read, and hold the chips of those without a place on the page.
 * @param {number} count
 * @param {AbortSignal} signal
 * @param {HTMLElement[]} [chips]
 */
export function showReadBar(count, signal, chips = []) {
  // Building the list again would take the chips out of the one on the page.
  if (chips.length && chips.every((chip) => bar?.shadowRoot?.contains(chip))) return;
  const list = el('div', { class: 'chips' }, ...chips);
  showBar(`read ${count} ${chips.length}`, signal,
    el('div', { class: 'line' }, el('p', {}, count ? sayCount('barFound', count) : say('barNone')), closeButton()), list);
}
