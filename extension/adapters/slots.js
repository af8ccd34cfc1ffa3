/** What the lines of repeated boxes are: which place holds the name, which the words, which a heading, which the same label each time. */

import { isBoldLine, leavesOf } from './leaves.js';
import { ownText } from './rating-signs.js';
import { stepsTo } from './repeated.js';
import { answerIn } from './unknown-reply.js';

/** @typedef {import('./leaves.js').Leaf} Leaf */
/**
 * @typedef {object} Box
 * @property {Element} card
 * @property {Element} place where in the page it stands: the card itself, but for a copy
 * @property {Element | null} answer the business's, which is no part of the review
 * @property {Leaf[]} leaves
 * @property {Map<Element, string>} marks what shows a rating or a date, outside the answer, and the way down to it
 */
/** @typedef {{slot: string, leaves: Leaf[], order: number}} Slot */

export const HEADING = /title|headline|summary|subject|(?<!text-)heading/i;
export const PLACE = /location|country|city|locale|region|badge|count|date|time|product|item|company|position|job|role/i;
const SIGNED = /^(?:reviewed |written |posted )?(?:by|von|par|por|door|di) (\p{L}.{1,38}?)\s*(?: on | am | le | el | op | il |[-–|·,(])/iu;
/** Attributes by which sites say what a place is. */
const NAMING = ['class', 'id', 'itemprop', 'data-testid', 'data-test', 'data-test-id', 'data-hook', 'data-qa', 'data-purpose', 'rel'];
/** What is left of a line without its date is a name, if it is as short. */
const LONGEST_NAME = 40;
const BODY = /text|body|content|comment|description|message|quote|prose|excerpt|copy|review/i;

/**
 * @param {Element} card
 * @param {{has: (element: Element) => boolean}} signs elements that show a rating or a date
 * @param {Element[]} [answers] to the review, where they are boxes of their own
 * @returns {Box}
 */
export function boxOf(card, signs, answers = []) {
  const answer = answers[0] ?? answerIn(card);
  const apart = answers.length || !answer ? answers : [answer];
  const marks = new Map();
  for (const element of [card, ...card.querySelectorAll('*')]) {
    if (signs.has(element) && !apart.some((one) => one.contains(element))) marks.set(element, stepsTo(card, element));
  }
  return { card, place: card, answer, leaves: leavesOf(card, apart).map((leaf) => withoutSigns(leaf, marks)), marks };
}

/**
 * A line without the date or rating in it: "Ada, 3 May 2024" is a name, too.
 * @param {Leaf} leaf
 * @param {Map<Element, string>} marks
 * @returns {Leaf}
 */
function withoutSigns(leaf, marks) {
  if (leaf.text.length > 120) return leaf;
  const inside = [...marks.keys()].filter((mark) => leaf.element.contains(mark));
  if (!inside.length) return [...marks.keys()].some((mark) => isPiece(leaf, mark)) ? { ...leaf, sign: true } : leaf;
  const rest = inside.reduce((text, element) => text.replace(ownText(element), ' '), leaf.text).replace(/\s+/g, ' ').trim();
  const signed = SIGNED.exec(leaf.text)?.[1];
  if (/\p{L}{2}|\p{L} \p{L}/u.test(rest)) return { ...leaf, text: rest, cut: true };
  return signed ? { ...leaf, text: signed } : { ...leaf, sign: true };
}

/**
 * Whether a line is a piece of a rating in several: "<b>4</b> <small>of 5</small>".
 * @param {Leaf} leaf
 * @param {Element} mark
 */
function isPiece({ element }, mark) {
  return mark.contains(element) && !ownText(mark) && (mark.textContent ?? '').trim().length < 40;
}

/**
 * The places of the boxes that hold words of the reviewer's, by their way down, without the answers to them.
 * @param {Box[]} boxes
 * @returns {Slot[]}
 */
export function slotsOf(boxes) {
  /** @type {Map<string, Slot>} */
  const slots = new Map();
  boxes.forEach((box) => box.leaves.forEach((leaf, order) => {
    if (leaf.reply) return;
    const slot = slots.get(leaf.slot) ?? { slot: leaf.slot, leaves: [], order };
    slot.leaves.push(leaf);
    slots.set(leaf.slot, slot);
  }));
  return [...slots.values()];
}

/**
 * Whether a place says the same in nearly every box.
 * @param {Slot} slot
 * @param {number} boxes
 */
export function isLabel(slot, boxes) {
  const worded = slot.leaves.filter(({ sign }) => !sign);
  const most = mostSaid.get(slot) ?? mostAlike(worded);
  mostSaid.set(slot, most);
  return boxes > 2 && most > 2 ? most >= Math.min(worded.length, boxes) * 0.6 : most === boxes && boxes > 1;
}

/**
 * Asked of each place several times.
 * @type {WeakMap<Slot, number>}
 */
const mostSaid = new WeakMap();

/** @param {Leaf[]} leaves how many of them say the same */
function mostAlike(leaves) {
  const said = new Map();
  for (const { text } of leaves) {
    const words = plain(text);
    said.set(words, (said.get(words) ?? 0) + 1);
  }
  return Math.max(0, ...said.values());
}

/**
 * The place of the reviewer's own words: where most is written.
 * @param {Slot[]} slots
 * @param {number} boxes
 * @returns {Slot | null}
 */
export function proseSlot(slots, boxes) {
  const weight = (/** @type {Slot} */ slot) => {
    const words = slot.leaves.reduce((sum, { text, button }) => sum + (button ? 0 : Math.min(text.length, 800)), 0);
    const some = slot.leaves.slice(0, 20);
    const linked = some.filter(({ element }) => element.closest('a[href]')).length / some.length;
    const named = BODY.test(namesOf(slot.leaves[0].element)) ? 1.3 : 1;
    return words * named * (1 - 0.6 * linked);
  };
  const words = (/** @type {Slot} */ slot) => slot.leaves.filter(({ cut, text }) => !cut || text.length > LONGEST_NAME).length >= slot.leaves.length * 0.5;
  const fit = slots.filter((slot) => !isLabel(slot, boxes) && longest(slot) >= 12 && words(slot));
  return best(fit, weight);
}

/**
 * The place of the review's heading, where one is marked as such.
 * @param {Slot[]} slots
 * @param {{boxes: Box[], prose: Slot | null, name: Slot | null}} known
 * @returns {Slot | null}
 */
export function titleSlot(slots, { boxes, prose, name }) {
  if (!prose) return null;
  const score = (/** @type {Slot} */ slot) => {
    const { element } = slot.leaves[0];
    const fits = slot.leaves.filter(({ text }) => text.length <= 160).length === slot.leaves.length;
    if (!fits || isLabel(slot, boxes.length) || slot.leaves.some(({ button }) => button)) return 0;
    const gap = prose.order - slot.order;
    return (HEADING.test(namesOf(element)) ? 3 : 0) + (element.closest('h1, h2, h3, h4, h5, h6') ? (gap > 0 ? 3 : 2) : 0)
      + (element.matches('b, strong') ? 1 : 0) + (isBoldLine(element) ? 2 : 0) + (gap === 1 ? 1 : 0) - (gap < 0 ? 3 : 0) - (PLACE.test(lastName(element)) ? 2 : 0);
  };
  const fit = slots.filter((slot) => slot !== prose && slot !== name && slot.leaves.length >= boxes.length * 0.25);
  const found = best(fit, score);
  return found && score(found) >= 3 ? found : null;
}

/** @param {Element} element what the markup calls an element and the boxes just around it */
export function namesOf(element) {
  return [element, element.parentElement, element.parentElement?.parentElement].map((one) => (one ? lastName(one) : '')).join(' ');
}

/** @param {Element} element */
export function lastName(element) {
  return NAMING.map((name) => element.getAttribute(name) ?? '').join(' ');
}

/** @param {Slot} slot */
const longest = (slot) => Math.max(...slot.leaves.map(({ text }) => text.length));

/** @param {string} text */
export const plain = (text) => text.toLowerCase().replace(/[\d\s]+/g, ' ').trim();

/**
 * @template T
 * @param {T[]} list
 * @param {(one: T) => number} score
 * @returns {T | null}
 */
export function best(list, score) {
  let winner = null;
  let most = 0;
  for (const one of list) {
    const points = score(one);
    if (points > most) [winner, most] = [one, points];
  }
  return winner;
}
