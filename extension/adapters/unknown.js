/** The reader for pages nobody described: repeated boxes that each hold a rating, a date, a name and somebody's words. */

import { withoutAnswers } from './nested.js';
import { cardSets, distinct } from './repeated.js';
import { MOST_REVIEWS, once, reviewOf } from './review.js';
import { runSets } from './runs.js';
import { addSigns, noSigns, settled, signsOf } from './signs.js';
import { boxOf } from './slots.js';
import { atOnce, mapped } from './steps.js';
import { nothing, webPage } from './structured.js';
import { isTalk, likeness, trustIn } from './trust.js';
import { rawReview, readingOf, shapeOf } from './unknown-fields.js';
import { answerIn } from './unknown-reply.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */
/** @typedef {import('./cards.js').Source} Source */
/** @typedef {import('./signs.js').Signs} Signs */
/** @typedef {{cards: Element[], answers: Map<Element, Element[]>, places?: Map<Element, Element>}} Cards `places`: of copies, where they stand */
/** @typedef {Cards & {shape: import('./unknown-fields.js').Shape, shares: import('./trust.js').Shares, trust: number, good: number, size: number}} Candidate `size`: of how many boxes that are like each other */

const LEAST_TRUST = 0.5;
/** So many boxes of a set tell what it is; all of them are read once it is chosen. */
const SAMPLE = 40;
/** A box of which so little is found in the others has only its rating or date in common with them. */
const STRANGER = 0.4;

/**
 * The reviews that the shape of a page suggests, and how sure that is (0 to 1); none where it is a list of anything else.
 * @param {Source} source
 * @param {Adapter | null} adapter the platform's, which names platform and listing even where it could not read
 * @param {string | null} listing
 */
export function readUnknown(source, adapter, listing) {
  return atOnce(unknownSteps(source, adapter, listing));
}

/**
 * As `readUnknown`, in steps: of a long page it takes a while.
 * @param {Source} source
 * @param {Adapter | null} adapter
 * @param {string | null} listing
 * @returns {Generator<void, {items: Item[], confidence: number}>}
 */
export function* unknownSteps(source, adapter, listing) {
  const signs = yield* signsOf(source);
  const candidates = (yield* candidatesOf(signs)).sort((one, other) => weight(other) - weight(one));
  /** @type {Candidate[]} */
  const chosen = [];
  for (const one of candidates) {
    if (chosen.some((other) => overlap(one, other)) || (chosen.length && !asFull(one, chosen[0]))) continue;
    const whole = one.cards.length > SAMPLE ? yield* judged(one, signs) : one;
    if (whole.trust >= LEAST_TRUST) chosen.push(whole);
  }
  if (!chosen.length) chosen.push(...yield* looseOnes(signs, source));
  const boxes = chosen.flatMap((one) => one.shape.boxes.map((box) => /** @type {const} */ ([box, one])));
  const items = yield* mapped(boxes, ([box, one]) => itemOf(box, one, source, adapter, listing));
  const kept = once(items.filter((item) => item !== null).sort(inOrder)).slice(0, MOST_REVIEWS);
  return { items: kept, confidence: kept.length ? Math.min(...chosen.map(({ trust }) => trust)) : 0 };
}

/** @param {Candidate} candidate how many reviews it may be worth */
const weight = ({ size, good, trust }) => size * good * trust;

/**
 * The sets of boxes that may be reviews, judged by some of them.
 * @param {Signs} signs
 * @returns {Generator<void, Candidate[]>}
 */
function* candidatesOf(signs) {
  const rated = withParents([...signs.ratings.keys()]);
  const sets = distinct([...cardSets([...signs.dates.keys()]), ...cardSets(leading(signs.ratings))]);
  const found = [];
  for (const one of sets) {
    yield;
    const set = withoutAnswers(one.cards.slice(0, MOST_REVIEWS * 2), (card) => rated.has(card));
    if (set.cards.length > 1) found.push(yield* judged(set, signs, Math.max(1, Math.ceil(set.cards.length / SAMPLE))));
  }
  return found.filter(({ trust }) => trust >= LEAST_TRUST);
}

/**
 * The reviews that follow each other without boxes of their own; the best such set, if any.
 * @param {Signs} signs
 * @param {Source} source
 * @returns {Generator<void, Candidate[]>}
 */
function* looseOnes(signs, { dates: hints }) {
  const sets = [];
  for (const { cards, places } of runSets([...signs.ratings.keys(), ...signs.dates.keys()])) {
    const own = noSigns();
    for (const card of cards) yield* addSigns(own, card, hints);
    sets.push(yield* judged({ cards, places, answers: new Map() }, settled(own, hints)));
  }
  return sets.filter(({ trust }) => trust >= LEAST_TRUST).sort((one, other) => weight(other) - weight(one)).slice(0, 1);
}

/**
 * Elements and all they stand in.
 * @param {Element[]} elements
 */
function withParents(elements) {
  const all = new Set();
  for (const element of elements) {
    for (let here = /** @type {Element | null} */ (element); here && !all.has(here); here = here.parentElement) all.add(here);
  }
  return all;
}

/**
 * The outermost of ratings that stand in each other: a row of stars and its own words are one.
 * @param {Signs['ratings']} ratings
 */
function leading(ratings) {
  return [...ratings.keys()].filter((element) => !(element.parentElement && ratings.has(element.parentElement)));
}

/**
 * @param {Cards} set
 * @param {Signs} signs
 * @param {number} [step] every how many boxes are looked at
 * @returns {Generator<void, Candidate>}
 */
function* judged({ cards, answers, places }, signs, step = 1) {
  const marked = { has: (/** @type {Element} */ element) => signs.ratings.has(element) || signs.dates.has(element) };
  const some = cards.filter((_, index) => index % step === 0);
  const all = yield* mapped(some, (card) => ({ ...boxOf(card, marked, answers.get(card)), place: places?.get(card) ?? card }));
  const alike = likeness(all);
  const boxes = all.length > 3 ? all.filter((_, index) => alike[index] >= STRANGER) : all;
  const shape = yield* shapeOf(boxes, signs);
  // How sure that is asks for the reading of each, which is kept.
  yield* mapped(boxes, (box) => readingOf(box, shape));
  return { cards, answers, places, shape, ...trustIn(shape), size: cards.length * boxes.length / Math.max(1, all.length) };
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
  const [mine, others] = [withParents(one.cards), withParents(other.cards)];
  return one.cards.some((card) => others.has(card)) || other.cards.some((card) => mine.has(card));
}

/**
 * @param {import('./slots.js').Box} box
 * @param {Candidate} candidate
 * @param {Source} source
 * @param {Adapter | null} adapter
 * @param {string | null} listing
 * @returns {Item | null}
 */
function itemOf(box, { shape, shares, places }, source, adapter, listing) {
  const { rating, date } = readingOf(box, shape);
  if (!rating && shares.rated > 0 && isTalk(shape)) return null;
  const raw = rawReview(box, shape);
  const review = reviewOf({ ...raw, ...(adapter && { platform: adapter.id }), ...(listing && { listing }) }, source);
  if (!review || (!review.text && !(review.rating && review.author))) return null;
  if ([review.rating, review.author, date].filter(Boolean).length < 2) return null;
  const url = webPage(source.url);
  if (url) review.url = url;
  const answer = places ? nothing : () => answerIn(box.card);
  return { review, element: box.place, replyBox: nothing, replyOpener: nothing, replyElement: answer };
}

/**
 * @param {Item} one
 * @param {Item} other
 */
function inOrder(one, other) {
  return one.element && other.element && one.element.compareDocumentPosition(other.element) & 4 ? -1 : 1;
}
