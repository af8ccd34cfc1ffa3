/** The question before anything is taken from a page nobody described: are these boxes reviews? */

import { el } from '../panel/dom.js';
import { closeButton, showBar } from './bar.js';
import { outlineButton } from './outline-button.js';
import { say, sayCount } from './words.js';

/** @typedef {import('../adapters/types.js').Page} Page */

const SHOWN = 5;
const FIRST_WORDS = 90;
/** From here on the reader's guesses were nearly always right on the pages it was tried on. */
const SURE = 0.85;

/**
 * Show what would be read and how sure that is; nothing is sent until the person says yes.
 * @param {Page} page
 * @param {string} here  the address it was read at
 * @param {{yes: () => void, no: () => void, teach: () => void}} answers
 * @param {AbortSignal} signal
 */
export function showGuessBar({ items, confidence = 0 }, here, { yes, no, teach }, signal) {
  const percent = Math.round(confidence * 100);
  showBar(`guess ${items.length} ${percent} ${here}`, signal,
    el('p', {}, sayCount('barGuess', items.length)),
    el('p', { class: 'soft' }, say(confidence >= SURE ? 'guessSure' : 'guessUnsure', percent)),
    guessList(items),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'main', onclick: yes }, say('guessYes')),
      el('button', { type: 'button', onclick: no }, say('guessNo')),
      el('button', { type: 'button', onclick: teach }, say('teachThisPage')),
      closeButton(no)));
}

/**
 * Say that nothing was found, and offer to be taught.
 * @param {string} here
 * @param {{teach: () => void, no: () => void}} answers
 * @param {AbortSignal} signal
 */
export function showNothingBar(here, { teach, no }, signal) {
  const told = el('p', { class: 'soft', role: 'status' });
  showBar(`nothing ${here}`, signal,
    el('p', {}, say('barNone')),
    el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'main', onclick: teach }, say('teachThisPage')), outlineButton((sentence) => told.replaceChildren(sentence)), closeButton(no)),
    told);
}

/**
 * The first few of what would be read, a line each.
 * @param {import('../adapters/types.js').Item[]} items
 */
export function guessList(items) {
  return el('ul', { class: 'guesses', dir: 'auto' }, ...items.slice(0, SHOWN).map(line));
}

/** @param {import('../adapters/types.js').Item} item */
function line({ review: { author, rating, text } }) {
  const stars = rating ? `${rating.value}/${rating.best}` : '';
  return el('li', {}, [author, stars, text.slice(0, FIRST_WORDS)].filter(Boolean).join(' · '));
}
