/** The fields of a review, out of a box whose lines have been told apart. */

import { looksLikeName, nameIn, nameSlot } from './names.js';
import { isLabel, proseSlot, slotsOf, titleSlot } from './slots.js';
import { leafAt, proseIn } from './unknown-prose.js';
import { replyIn } from './unknown-reply.js';

/** @typedef {import('./slots.js').Box} Box */
/** @typedef {import('./slots.js').Slot} Slot */
/** @typedef {import('./signs.js').Signs} Signs */
/**
 * @typedef {object} Shape
 * @property {Box[]} boxes
 * @property {Signs} signs
 * @property {Set<string>} labels places that say the same everywhere
 * @property {Slot | null} prose
 * @property {Slot | null} name
 * @property {Slot | null} title
 * @property {string | null} ratingAt the way to the rating that most boxes share
 * @property {string | null} dateAt
 * @property {Map<Box, Reading>} readings what was read of a box already
 *
 * @typedef {{rating?: import('./rating-signs.js').RatingSign, date?: import('./date-signs.js').DateSign, name?: string, text: string}} Reading
 */

/**
 * What the boxes have in common, told in steps.
 * @param {Box[]} boxes
 * @param {Signs} signs
 * @returns {Generator<void, Shape>}
 */
export function* shapeOf(boxes, signs) {
  const slots = slotsOf(boxes);
  const free = slots.filter(({ leaves }) => leaves.filter(({ sign }) => sign).length <= leaves.length * 0.5);
  const labels = new Set(slots.filter((slot) => isLabel(slot, boxes.length)).map(({ slot }) => slot));
  yield;
  const prose = proseSlot(free, boxes.length);
  yield;
  const name = nameSlot(free, { boxes, prose });
  yield;
  const title = titleSlot(free, { boxes, prose, name });
  const ratingAt = mostShared(boxes, (element) => signs.ratings.get(element)?.strength ?? 0);
  const dateAt = mostShared(boxes, (element) => (signs.dates.has(element) ? 1 : 0));
  return { boxes, signs, labels, prose, name, title, ratingAt, dateAt, readings: new Map() };
}

/**
 * The way to a sign that most boxes share; of several as frequent the plainest spoken, then the first. A single star of a
 * row is none where the row is one.
 * @param {Box[]} boxes
 * @param {(element: Element) => number} strength
 * @returns {string | null}
 */
function mostShared(boxes, strength) {
  /** @type {Map<string, number>} */
  const ways = new Map();
  for (const { marks } of boxes) {
    const here = new Set();
    for (const [mark, way] of marks) {
      const outer = mark.parentElement;
      if (!strength(mark) || here.has(way) || (outer && marks.has(outer) && strength(outer))) continue;
      here.add(way);
      ways.set(way, (ways.get(way) ?? 0) + 1 + strength(mark) / 100);
    }
  }
  return [...ways].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/**
 * @param {Box} box
 * @param {Shape} shape
 * @returns {import('./review.js').Raw}
 */
export function rawReview(box, shape) {
  const { rating, date, name, text } = readingOf(box, shape);
  return {
    text,
    title: shape.title ? leafAt(box, shape.title)?.text : undefined,
    author: name,
    rating: rating?.value,
    best: rating?.best,
    posted_at: date?.iso,
    ...(box.answer && { reply: replyIn(box.answer, shape.signs) }),
  };
}

/**
 * The rating, the date, the name and the words of a box, looked for once.
 * @param {Box} box
 * @param {Shape} shape
 * @returns {Reading}
 */
export function readingOf(box, shape) {
  const known = shape.readings.get(box);
  if (known) return known;
  const { ratings, dates } = shape.signs;
  const reading = {
    rating: ratings.get(markAt(box, shape.ratingAt, ratings)),
    date: dates.get(markAt(box, shape.dateAt, dates)),
    name: nameOf(box, shape),
    text: proseIn(box, shape),
  };
  shape.readings.set(box, reading);
  return reading;
}

/**
 * @param {Box} box
 * @param {string | null} wanted
 * @param {Map<Element, unknown>} signs
 * @returns {any} the mark on that way, else the first
 */
function markAt({ marks }, wanted, signs) {
  let first;
  for (const [mark, way] of marks) {
    if (!signs.has(mark)) continue;
    if (way === wanted) return mark;
    first ??= mark;
  }
  return first;
}

/**
 * @param {Box} box
 * @param {Shape} shape
 */
function nameOf(box, shape) {
  if (!shape.name) return undefined;
  const leaf = leafAt(box, shape.name);
  const name = leaf && nameIn(leaf.text);
  return name && (looksLikeName(name) || (name.length < 60 && !/^[\d(]/.test(name))) ? name : undefined;
}
