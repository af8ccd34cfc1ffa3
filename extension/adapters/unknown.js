/** The reader for pages nobody described: repeated boxes that each hold a rating, a date, a name and somebody's words. */

import { dateSign, settleOrder } from './date-signs.js';
import { answerIn } from './leaves.js';
import { ratingSign } from './rating-signs.js';
import { cardSets, distinct } from './repeated.js';
import { MOST_REVIEWS, once, reviewOf } from './review.js';
import { boxOf, slotsOf } from './slots.js';
import { nothing, webPage } from './structured.js';
import { likeness, trustIn } from './trust.js';
import { rawReview, shapeOf } from './unknown-fields.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */
/** @typedef {import('./cards.js').Source} Source */
/** @typedef {{ratings: Map<Element, import('./rating-signs.js').RatingSign>, dates: Map<Element, import('./date-signs.js').DateSign>}} Signs */
/** @typedef {{shape: import('./unknown-fields.js').Shape, shares: import('./trust.js').Shares, trust: number, good: number}} Candidate */

const MOST_ELEMENTS = 60_000;
const MOST_SIGNS = 4_000;
const LEAST_TRUST = 0.5;
/** A box of which so little is found in the others has only its rating or date in common with them. */
const STRANGER = 0.4;
const UNSEEN = 'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD NAV SELECT IFRAME'.split(' ');

/**
 * The reviews that the shape of a page suggests, and how sure that is (0 to 1); none where it is a list of anything else.
 * @param {Source} source
 * @param {Adapter | null} adapter the platform's, which names platform and listing even where it could not read
 * @param {string | null} listing
 * @returns {{items: Item[], confidence: number}}
 */
export function readUnknown(source, adapter, listing) {
  const signs = signsOf(source);
  const sets = distinct([...cardSets([...signs.dates.keys()]), ...cardSets(leading(signs.ratings))]);
  const candidates = sets.map((set) => judged(set.cards, signs)).filter((one) => one.trust >= LEAST_TRUST)
    .sort((one, other) => other.good * other.trust - one.good * one.trust);
  /** @type {Candidate[]} */
  const chosen = [];
  for (const one of candidates) {
    if (!chosen.some((other) => overlap(one, other)) && (!chosen.length || asFull(one, chosen[0]))) chosen.push(one);
  }
  const items = chosen.flatMap(({ shape }) => shape.boxes.map((box) => itemOf(box, shape, signs, source, adapter, listing)));
  const kept = once(items.filter((item) => item !== null).sort(inOrder)).slice(0, MOST_REVIEWS);
  return { items: kept, confidence: kept.length ? Math.min(...chosen.map(({ trust }) => trust)) : 0 };
}

/**
 * @param {Source} source
 * @returns {Signs}
 */
function signsOf({ document, dates: hints }) {
  const signs = /** @type {Signs} */ ({ ratings: new Map(), dates: new Map() });
  if (!document.body) return signs;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (node) =>
    UNSEEN.includes(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let seen = 0;
  for (let node = walker.nextNode(); node && seen < MOST_ELEMENTS; node = walker.nextNode(), seen += 1) {
    const element = /** @type {Element} */ (node);
    const rating = signs.ratings.size < MOST_SIGNS ? ratingSign(element) : null;
    if (rating) signs.ratings.set(element, rating);
    const date = rating || signs.dates.size >= MOST_SIGNS ? null : dateSign(element, hints);
    if (date) signs.dates.set(element, date);
  }
  settleOrder(signs.dates, hints);
  return signs;
}

/**
 * The outermost of ratings that stand in each other: a row of stars and its own words are one.
 * @param {Signs['ratings']} ratings
 */
function leading(ratings) {
  return [...ratings.keys()].filter((element) => !(element.parentElement && ratings.has(element.parentElement)));
}

/**
 * @param {Element[]} cards
 * @param {Signs} signs
 * @returns {Candidate}
 */
function judged(cards, signs) {
  const marked = { has: (/** @type {Element} */ element) => signs.ratings.has(element) || signs.dates.has(element) };
  const all = cards.slice(0, MOST_REVIEWS * 2).map((card) => boxOf(card, marked));
  const alike = likeness(all);
  const boxes = all.length > 3 ? all.filter((_, index) => alike[index] >= STRANGER) : all;
  const shape = shapeOf(boxes, slotsOf(boxes), signs);
  return { shape, ...trustIn(shape) };
}

/**
 * Whether a further set has the parts the first one has: excerpts above a list lack names or dates.
 * @param {Candidate} one
 * @param {Candidate} main
 */
function asFull({ shares }, main) {
  return /** @type {const} */ (['rated', 'dated', 'named']).every((part) => shares[part] >= main.shares[part] * 0.6);
}

/**
 * @param {Candidate} one
 * @param {Candidate} other
 */
function overlap(one, other) {
  const others = other.shape.boxes;
  return one.shape.boxes.some(({ card }) => others.some((box) => box.card.contains(card) || card.contains(box.card)));
}

/**
 * @param {import('./slots.js').Box} box
 * @param {import('./unknown-fields.js').Shape} shape
 * @param {Signs} signs
 * @param {Source} source
 * @param {Adapter | null} adapter
 * @param {string | null} listing
 * @returns {Item | null}
 */
function itemOf(box, shape, signs, source, adapter, listing) {
  const raw = rawReview(box, shape, signs);
  const review = raw && reviewOf({ ...raw, ...(adapter && { platform: adapter.id }), ...(listing && { listing }) }, source);
  if (!review || (!review.text && !(review.rating && review.author))) return null;
  const dated = [...box.marks].some((mark) => signs.dates.has(mark));
  if ([review.rating, review.author, dated].filter(Boolean).length < 2) return null;
  const url = webPage(source.url);
  if (url) review.url = url;
  const answer = () => answerIn(box.card);
  return { review, element: box.card, replyBox: nothing, replyOpener: nothing, replyElement: answer };
}

/**
 * @param {Item} one
 * @param {Item} other
 */
function inOrder(one, other) {
  return one.element && other.element && one.element.compareDocumentPosition(other.element) & 4 ? -1 : 1;
}
