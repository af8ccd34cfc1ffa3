/** One step of teach mode: a part of a review is asked for, pointed at with the mouse or the keys, or skipped. */

import { candidatesOf, likely } from '../adapters/teach-suggest.js';
import { meant, ratingIn } from '../adapters/teach-signs.js';
import { textOf } from '../adapters/text.js';
import { byPerson } from '../panel/by-person.js';
import { el } from '../panel/dom.js';
import { startPointing } from './pointing.js';
import { say } from './words.js';

/**
 * @typedef {import('../adapters/teach.js').Part} Part
 * @typedef {import('../adapters/teach.js').Example} Example
 * @typedef {import('./teach-overlay.js').Overlay} Overlay
 * @typedef {import('./pointing.js').Direction} Direction
 * @typedef {import('./pointing.js').Pointer} Pointer
 *
 * `at` of `count` is where one is; `sentence` says what to do, in the place of the part's own; `back` is there but for the first.
 * @typedef {object} Step
 * @property {Part} part
 * @property {Example} example
 * @property {number} at
 * @property {number} count
 * @property {boolean} spared  the page may have none
 * @property {boolean} back
 * @property {boolean} [enough]  all that follows may be left out
 * @property {string} [sentence]
 * @property {Element} [begin]  where the outline stands at first, instead of a guess
 *
 * @typedef {'skip' | 'back' | 'enough'} Decision
 * @typedef {{end: (answer: Element | Decision) => void, pause: () => void}} Ways
 */

const FIRST_WORDS = 120;
/** @type {Record<string, Direction>} */
const KEYS = { ArrowRight: 'next', ArrowLeft: 'previous', ArrowUp: 'up', ArrowDown: 'down' };
const ARROWS = /** @type {const} */ ([['previous', '←'], ['next', '→'], ['up', '↑'], ['down', '↓']]);

/**
 * Ask until something was pointed at or decided.
 * @param {Overlay} overlay
 * @param {Step} step
 * @returns {Promise<Element | Decision>}
 */
export function askFor(overlay, step) {
  return new Promise((resolve) => {
    const life = new AbortController();
    const signal = AbortSignal.any([life.signal, overlay.signal]);
    const end = (/** @type {Element | Decision} */ answer) => {
      life.abort();
      overlay.onKey(null);
      overlay.outline(null);
      resolve(answer);
    };
    const pause = () => {
      life.abort();
      useThePage(overlay, () => void askFor(overlay, step).then(resolve));
    };
    showStep(overlay, step, { end, pause }, signal);
  });
}

/**
 * @param {Overlay} overlay
 * @param {Step} step
 * @param {Ways} ways
 * @param {AbortSignal} signal
 */
function showStep(overlay, step, ways, signal) {
  const shown = el('span', { class: 'words', dir: 'auto' }, say('teachNothingYet'));
  const take = el('button', { type: 'button', class: 'main', disabled: true }, say('teachTake'));
  const guessed = el('p', { class: 'soft' }, say('teachGuessed'));
  guessed.hidden = true;
  const guess = step.begin ? null : likely(step.part, step.example, document);
  const first = step.begin ?? guess;
  const pointer = startPointing({
    candidates: candidatesOf(step.part, document),
    over: (element, led) => {
      const words = wordsOf(step.part, element);
      shown.textContent = words;
      take.disabled = false;
      guessed.hidden = element !== guess;
      overlay.outline(meant(step.part, element, null), { guessed: element === guess, led });
      overlay.tell(words);
    },
    take: ways.end, signal,
  });
  take.addEventListener('click', byPerson(pointer.take));
  const picker = pickerOf(pointer, shown);
  overlay.onKey((event) => hear(event, picker, pointer));
  overlay.show(screenOf(step, ways, { picker, take, guessed }), fieldOf(picker));
  if (!first) return;
  pointer.show(first);
  first.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {Step} step
 * @param {Ways} ways
 * @param {{picker: HTMLElement, take: HTMLElement, guessed: HTMLElement}} parts
 */
function screenOf({ part, at, count, spared, back, enough, sentence }, { end, pause }, { picker, take, guessed }) {
  return [
    count > 1 && el('p', { class: 'soft' }, say('teachStep', at, count)),
    count > 1 && el('progress', { max: count, value: at, 'aria-label': say('teachStep', at, count) }),
    el('p', { id: 'asked', class: 'asked' }, sentence ?? say(`teachPart_${part}`)),
    guessed,
    picker,
    el('p', { id: 'keys', class: 'soft' }, say('teachKeys')),
    el('div', { class: 'buttons' }, take,
      spared && el('button', { type: 'button', onclick: () => end('skip') }, say('teachSkip')),
      enough && at < count && el('button', { type: 'button', onclick: () => end('enough') }, say('teachEnough')),
      back && el('button', { type: 'button', onclick: () => end('back') }, say('teachBack'))),
    el('button', { type: 'button', class: 'link', onclick: pause }, say('teachUsePage')),
  ];
}

/**
 * The page's own buttons work again, until one comes back: a reply box may have to be opened first.
 * @param {Overlay} overlay
 * @param {() => void} again
 */
function useThePage(overlay, again) {
  overlay.onKey(null);
  overlay.outline(null);
  const back = el('button', { type: 'button', class: 'main', onclick: again }, say('teachPointAgain'));
  overlay.show([el('p', {}, say('teachUsingPage')), el('div', { class: 'buttons' }, back)], back);
}

/**
 * What is under the outline, and the keys and buttons that move it.
 * @param {Pointer} pointer
 * @param {HTMLElement} shown
 */
function pickerOf(pointer, shown) {
  const arrows = ARROWS.map(([direction, sign]) =>
    el('button', { type: 'button', class: 'plain', 'aria-label': say(`teachMove_${direction}`), title: say(`teachMove_${direction}`), onclick: () => pointer.move(direction) }, sign));
  const field = el('div', { class: 'picked', role: 'application', tabIndex: 0, 'aria-label': say('teachPicker'), 'aria-describedby': 'asked keys' }, shown);
  return el('div', { class: 'picker' }, field, el('div', { class: 'arrows' }, ...arrows));
}

/** @param {HTMLElement} picker */
const fieldOf = (picker) => /** @type {HTMLElement} */ (picker.firstElementChild);

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} picker
 * @param {Pointer} pointer
 */
function hear(event, picker, pointer) {
  const direction = KEYS[event.key];
  const [target] = event.composedPath();
  if (direction) pointer.move(direction);
  else if (event.key === 'Enter' && target === fieldOf(picker)) pointer.take();
  else return;
  event.preventDefault();
}

/**
 * The words that would be taken, shortened.
 * @param {Part} part
 * @param {Element} element
 */
export function wordsOf(part, element) {
  const whole = meant(part, element, null);
  if (part === 'rating') {
    const sign = ratingIn(whole);
    if (sign) return say('teachStars', sign.value, sign.best);
  }
  if (part === 'reply_box') return say('teachBox', element.localName);
  const words = textOf(whole, { cap: 2_000 }) || (element.textContent ?? '').trim() || element.getAttribute('aria-label') || say('teachNoWords', element.localName);
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words;
}
