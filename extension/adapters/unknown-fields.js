/** The fields of a review, out of a box whose lines have been told apart. */

import { answerIn } from './leaves.js';
import { stepsTo } from './repeated.js';
import { looksLikeName, nameIn, nameSlot } from './names.js';
import { isLabel, plain, proseSlot, titleSlot } from './slots.js';
import { textOf } from './text.js';
import { replyIn } from './unknown-reply.js';

/** @typedef {import('./slots.js').Box} Box */
/** @typedef {import('./slots.js').Slot} Slot */
/** @typedef {import('./unknown.js').Signs} Signs */
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
 */

const MORE = /\s*(?:(?:…|\.\.\.)\s*more|(?:…|\.\.\.)?\s*(?:read|show|see) (?:more|less|full review)|mehr (?:anzeigen|lesen)|weiterlesen|lire la suite|voir plus|(?:leer|ver|mostrar) más|lees (?:meer|verder)|leggi (?:tutto|di più)|mostra altro|ler mais|more)\s*[.…»›>]*$/iu;

/**
 * @param {Box[]} boxes
 * @param {Slot[]} slots
 * @param {Signs} signs
 * @returns {Shape}
 */
export function shapeOf(boxes, slots, signs) {
  const free = slots.filter(({ leaves }) => leaves.filter(({ sign }) => sign).length <= leaves.length * 0.5);
  const labels = new Set(slots.filter((slot) => isLabel(slot, boxes.length)).map(({ slot }) => slot));
  const prose = proseSlot(free, boxes.length);
  const name = nameSlot(free, { boxes, prose });
  const title = titleSlot(free, { boxes, prose, name });
  const ratingAt = mostShared(boxes, (element) => signs.ratings.get(element)?.strength ?? 0);
  const dateAt = mostShared(boxes, (element) => (signs.dates.has(element) ? 1 : 0));
  return { boxes, signs, labels, prose, name, title, ratingAt, dateAt };
}

/**
 * The way to a sign that most boxes share; of several as frequent the plainest spoken, then the first.
 * @param {Box[]} boxes
 * @param {(element: Element) => number} strength
 * @returns {string | null}
 */
function mostShared(boxes, strength) {
  /** @type {Map<string, number>} */
  const ways = new Map();
  for (const { card, marks } of boxes) {
    const here = new Set();
    const answer = answerIn(card);
    for (const mark of marks) {
      const way = stepsTo(card, mark);
      if (!strength(mark) || here.has(way) || answer?.contains(mark)) continue;
      here.add(way);
      ways.set(way, (ways.get(way) ?? 0) + 1 + strength(mark) / 100);
    }
  }
  return [...ways].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/**
 * @param {Box} box
 * @param {Shape} shape
 * @param {Signs} signs
 * @returns {import('./review.js').Raw}
 */
export function rawReview(box, shape, signs) {
  const rating = ratingIn(box, shape);
  const date = markAt(box, shape.dateAt, (element) => signs.dates.has(element));
  const reply = answerIn(box.card);
  return {
    text: proseIn(box, shape),
    title: shape.title ? leafAt(box, shape.title)?.text : undefined,
    author: nameOf(box, shape),
    rating: rating?.value,
    best: rating?.best,
    posted_at: date ? signs.dates.get(date)?.iso : undefined,
    ...(reply && { reply: replyIn(reply, signs) }),
  };
}

/**
 * @param {Box} box
 * @param {Shape} shape
 */
export function ratingIn(box, { ratingAt, signs }) {
  const mark = markAt(box, ratingAt, (element) => signs.ratings.has(element));
  return mark ? signs.ratings.get(mark) : undefined;
}

/**
 * @param {Box} box
 * @param {string | null} way
 * @param {(element: Element) => boolean} fits
 */
function markAt({ card, marks }, way, fits) {
  const answer = answerIn(card);
  const fitting = [...marks].filter((mark) => fits(mark) && !answer?.contains(mark));
  return fitting.find((mark) => stepsTo(card, mark) === way) ?? fitting[0];
}

/**
 * @param {Box} box
 * @param {Shape} shape
 */
export function nameOf(box, shape) {
  if (!shape.name) return undefined;
  const leaf = leafAt(box, shape.name);
  const name = leaf && nameIn(leaf.text);
  return name && (looksLikeName(name) || (name.length < 60 && !/^[\d(]/.test(name))) ? name : undefined;
}

/**
 * @param {Box} box
 * @param {Slot} slot
 */
function leafAt(box, { slot }) {
  const free = box.leaves.filter((leaf) => !leaf.reply);
  const bare = free.filter((leaf) => tags(leaf.slot) === tags(slot));
  return free.find((leaf) => leaf.slot === slot) ?? free.find((leaf) => tail(leaf.slot) === tail(slot)) ?? (bare.length === 1 ? bare[0] : undefined);
}

/** @param {string} slot the last steps of a way: boxes of another make often end alike */
const tail = (slot) => slot.split('>').slice(-2).join('>');

/** @param {string} slot */
const tags = (slot) => slot.replace(/\.[^>]*/g, '');

/**
 * The reviewer's words: their place, and the box around it as long as that holds nothing but more of them.
 * @param {Box} box
 * @param {Shape} shape
 */
export function proseIn(box, shape) {
  if (!shape.prose) return '';
  const leaf = fullest(box, shape) ?? loose(box, shape);
  if (!leaf) return '';
  if (leaf.mixed) return looseIn(box, leaf, shape).replace(MORE, '').trim();
  let element = leaf.element;
  const others = box.leaves.filter((other) => !isProse(other, shape));
  while (element !== box.card && element.parentElement && element.parentElement !== box.card) {
    const outer = element.parentElement;
    if (others.some((other) => outer.contains(other.element)) || [...box.marks].some((mark) => outer.contains(mark))) break;
    element = outer;
  }
  return textOf(element).replace(MORE, '').trim();
}

/**
 * Loose words with the headings and quotations that stand among them, without dates and labels.
 * @param {Box} box
 * @param {import('./leaves.js').Leaf} leaf
 * @param {Shape} shape
 */
function looseIn(box, leaf, { name, title, labels }) {
  const belongs = (/** @type {import('./leaves.js').Leaf} */ other) =>
    leaf.element.contains(other.element) && !other.sign && !other.button && !other.reply && !labels.has(other.slot);
  const parts = box.leaves.filter((other) => other === leaf || (belongs(other) && other.slot !== name?.slot && other.slot !== title?.slot));
  return parts.map(({ text }) => text).join('\n');
}

/**
 * @param {import('./leaves.js').Leaf} leaf
 * @param {Shape} shape
 */
function isProse(leaf, { prose, name, title, labels }) {
  if (leaf.reply || leaf.button || leaf.sign || labels.has(leaf.slot)) return false;
  return leaf.slot === prose?.slot || (leaf.slot !== name?.slot && leaf.slot !== title?.slot && MORE.test(leaf.text) === false && leaf.text.length > 60);
}

/**
 * Where a shortened text and the whole both stand on the page, the whole.
 * @param {Box} box
 * @param {Shape} shape
 */
function fullest(box, shape) {
  const leaf = shape.prose && leafAt(box, shape.prose);
  if (!leaf) return undefined;
  const start = plain(leaf.text.replace(MORE, '').replace(/[…. ]+$/, '')).slice(0, 80);
  return box.leaves.find((other) => !other.reply && other.text.length > leaf.text.length && start.length > 15 && plain(other.text).startsWith(start)) ?? leaf;
}

/**
 * @param {Box} box
 * @param {Shape} shape
 */
function loose(box, shape) {
  return box.leaves.filter((leaf) => isProse(leaf, shape) && ![...box.marks].some((mark) => leaf.element.contains(mark)))
    .sort((one, other) => other.text.length - one.text.length)[0];
}
