/** What would now be read, on the page and as a list; what is wrong in it is put right here. */

import { el } from '../panel/dom.js';
import { markReviews } from './teach-marks.js';
import { day, say, sayCount } from './words.js';

/**
 * @typedef {import('../adapters/types.js').Item} Item
 * @typedef {import('../adapters/teach.js').Part} Part
 * @typedef {import('./teach-overlay.js').Overlay} Overlay
 *
 * `part` was read wrongly, an `element` is no review, or another was `missed`.
 * @typedef {{kind: 'right'} | {kind: 'back'} | {kind: 'undo'} | {kind: 'missed'} | {kind: 'part', part: Part} | {kind: 'not', element: Element}} Verdict
 *
 * @typedef {object} Preview
 * @property {Item[]} items
 * @property {string[]} selectors  of the reviews' boxes
 * @property {Part[]} parts  that can be pointed at again
 * @property {boolean} changed  something was put right that can be undone
 * @property {string} [notice]  why the last correction did not work
 */

const MOST_SHOWN = 100;
const FIRST_WORDS = 90;
/** @type {[Part, (item: Item) => unknown][]} */
const FIELDS = [
  ['author', ({ review }) => review.author], ['date', ({ review }) => review.posted_at], ['rating', ({ review }) => review.rating],
];

/**
 * Show it until the person says what they think of it.
 * @param {Overlay} overlay
 * @param {Preview} preview
 * @returns {Promise<Verdict>}
 */
export function askAbout(overlay, preview) {
  return new Promise((resolve) => {
    const life = new AbortController();
    const end = (/** @type {Verdict} */ verdict) => {
      life.abort();
      resolve(verdict);
    };
    const mark = markReviews(preview.selectors, AbortSignal.any([life.signal, overlay.signal]));
    const { screen, right } = screenOf(preview, mark, end);
    overlay.show(screen, right);
    overlay.tell(preview.notice ?? sayCount('teachLearnt', preview.items.length));
  });
}

/**
 * @param {Preview} preview
 * @param {(element: Element | null) => void} mark
 * @param {(verdict: Verdict) => void} end
 */
function screenOf({ items, parts, changed, notice }, mark, end) {
  const right = el('button', { type: 'button', class: 'main', onclick: () => end({ kind: 'right' }) }, say('teachRight'));
  const again = parts.map((part) => el('button', { type: 'button', class: 'small', onclick: () => end({ kind: 'part', part }) }, say(`teachName_${part}`)));
  const screen = [
    notice ? el('p', { class: 'notice' }, notice) : null,
    el('p', { class: 'asked' }, sayCount('teachLearnt', items.length)),
    ...lacks(items).map((sentence) => el('p', { class: 'soft' }, sentence)),
    el('ol', { class: 'read', dir: 'auto' }, ...items.slice(0, MOST_SHOWN).map((item) => line(item, mark, end))),
    items.length === 1 && el('p', { class: 'soft' }, say('teachOnlyOne')),
    el('div', { class: 'buttons' }, right,
      el('button', { type: 'button', onclick: () => end({ kind: 'missed' }) }, say('teachMissed')),
      changed ? el('button', { type: 'button', onclick: () => end({ kind: 'undo' }) }, say('teachUndo'))
        : el('button', { type: 'button', onclick: () => end({ kind: 'back' }) }, say('teachBack'))),
    el('details', {}, el('summary', {}, say('teachPartWrong')), el('p', { class: 'soft' }, say('teachPartWrongWhich')), el('div', { class: 'buttons' }, ...again)),
  ];
  return { screen, right };
}

/**
 * Which parts were not found, or not understood, in how many.
 * @param {Item[]} items
 */
function lacks(items) {
  return FIELDS.flatMap(([part, value]) => {
    const without = items.filter((item) => !value(item)).length;
    return without ? [say(`teachLacks_${part}`, without, items.length)] : [];
  });
}

/**
 * @param {Item} item
 * @param {(element: Element | null) => void} mark
 * @param {(verdict: Verdict) => void} end
 */
function line({ review, element }, mark, end) {
  const { author, rating, posted_at: posted, title, text, reply } = review;
  const facts = [author, rating && `${rating.value}/${rating.best}`, posted && day(posted.slice(0, 10)), reply && say('teachAnswered')].filter(Boolean).join(' · ');
  const whole = [title, text].filter(Boolean).join(': ');
  const words = whole.length > FIRST_WORDS ? `${whole.slice(0, FIRST_WORDS)}…` : whole;
  const look = () => {
    mark(element);
    element?.scrollIntoView({ block: 'center' });
  };
  const name = author ?? words.slice(0, 30);
  return el('li', { onmouseenter: () => mark(element), onmouseleave: () => mark(null) },
    el('button', { type: 'button', class: 'plain look', onclick: look }, el('strong', {}, facts || '–'), el('span', { class: 'words', dir: 'auto' }, words)),
    element && el('button', { type: 'button', class: 'small', 'aria-label': say('teachNotOneOf', name), onclick: () => end({ kind: 'not', element }) }, say('teachNotOne')));
}
