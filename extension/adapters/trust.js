/** How sure we may be that repeated boxes are reviews, and not products, news or a talk. */

import { isPerson, looksLikeName } from './names.js';
import { namesOf } from './slots.js';
import { nameOf, proseIn, ratingIn } from './unknown-fields.js';

/** @typedef {import('./unknown-fields.js').Shape} Shape */
/** @typedef {{rated: number, dated: number, named: number}} Shares */

const REVIEW = /review|rating|feedback|testimonial|bewertung|rezension|\bavis\b|reseñ|resena|opinion|beoordeling|recensi|omd[oö]me|anmeldelse|recenz|leserstimm|\btips?\b|отзыв|レビュー|口コミ|评论|리뷰|yorum/i;
const PRICE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|Rs\.?))\s?\d|\d[\d.,]*\s?(?:€|kr\b|zł|Kč|₽)/i;
const COUNTED = /^[([]?\s*\d[\d.,]*k?\s*[)\]]?$|^[([]?\s*\d[\d.,\s]*k?\s*(?:reviews?|ratings?|bewertungen|avis|opiniones|reseñas|beoordelingen|recensioni)/i;
const COMMENT = /comment|thread|forum|message|post\b/i;

/**
 * @param {Shape} shape
 * @returns {{trust: number, shares: Shares, good: number}} `good` is how many of the boxes have what a review has
 */
export function trustIn(shape) {
  const { boxes } = shape;
  const share = (/** @type {(box: Shape['boxes'][number]) => boolean} */ fits) => boxes.filter(fits).length / Math.max(1, boxes.length);
  const prose = share((box) => isProse(proseIn(box, shape)));
  const rated = share((box) => ratingIn(box, shape) !== undefined);
  const dated = share(({ marks }) => [...marks].some((mark) => shape.signs.dates.has(mark)));
  const named = share((box) => looksLikeName(nameOf(box, shape) ?? ''));
  const trust = prose < 0.5 || mean(likeness(boxes)) < 0.35 || isCatalogue(shape) ? 0 : believed({ rated, dated, named }, shape) * (0.7 + 0.3 * prose);
  return { trust: Math.round(trust * 100) / 100, shares: { rated, dated, named }, good: boxes.length * (prose + rated + dated + named) / 4 };
}

/**
 * @param {{rated: number, dated: number, named: number}} shares
 * @param {Shape} shape
 */
function believed({ rated, dated, named }, shape) {
  const called = isCalledReview(shape);
  const whole = 0.4 * rated + 0.3 * dated + 0.3 * named;
  if (rated >= 0.6 && dated >= 0.5 && named >= 0.5) return Math.min(1, whole + (called ? 0.05 : 0));
  const person = shape.name !== null && isPerson(shape.name) && !isNews(shape);
  if (rated >= 0.6 && (dated >= 0.6 || (named >= 0.6 && person))) return called ? whole : 0;
  if (rated >= 0.15 && dated >= 0.7 && named >= 0.7) return called ? 0.75 : 0;
  const talk = COMMENT.test(namesOf(shape.boxes[0].card)) || isNews(shape);
  return dated >= 0.7 && named >= 0.7 && called && !talk ? 0.6 : 0;
}

/**
 * How much of each box has its like in at least a third of the others: sections of a page have little, strangers among
 * the boxes less than the rest.
 * @param {Shape['boxes']} boxes
 * @returns {number[]}
 */
export function likeness(boxes) {
  /** @type {Map<string, number>} */
  const held = new Map();
  const ways = boxes.map(({ leaves }) => new Set(leaves.filter(({ reply }) => !reply).map(({ slot }) => slot)));
  for (const own of ways) for (const way of own) held.set(way, (held.get(way) ?? 0) + 1);
  const least = Math.max(2, boxes.length * 0.3);
  return ways.map((own) => [...own].filter((way) => (held.get(way) ?? 0) >= least).length / Math.max(1, own.size));
}

/** @param {Shape} shape whether the page itself calls these boxes, or what they stand in, reviews */
function isCalledReview({ boxes }) {
  const { card } = boxes[0];
  const inside = [card, ...card.querySelectorAll('*')].slice(0, 40).map(namesOf).join(' ');
  return REVIEW.test(inside) || REVIEW.test(around(card));
}

/** @param {Element} card */
function around(card) {
  let names = '';
  let here = card.parentElement;
  for (let step = 0; here && step < 6; step += 1, here = here.parentElement) {
    const heading = here.querySelector('h1, h2, h3, h4')?.textContent?.slice(0, 80) ?? '';
    names += ` ${['class', 'id', 'aria-label'].map((name) => here?.getAttribute(name) ?? '').join(' ')} ${step < 4 ? heading : ''}`;
  }
  return names;
}

/** @param {Shape} shape whether each box shows a price, or how many have rated: things for sale, not words about them */
function isCatalogue(shape) {
  const { boxes, prose } = shape;
  const outside = (/** @type {Shape['boxes'][number]} */ box, /** @type {RegExp} */ pattern) =>
    box.leaves.some((leaf) => leaf.slot !== prose?.slot && leaf.text.length < 60 && pattern.test(leaf.text));
  const priced = boxes.filter((box) => outside(box, PRICE)).length / boxes.length;
  const ratings = boxes.map((box) => ratingIn(box, shape)?.value).filter((value) => value !== undefined);
  const averages = ratings.filter((value) => value * 2 % 1 !== 0).length;
  const halves = ratings.filter((value) => value % 1 !== 0).length;
  const counted = boxes.filter((box) => nextToRating(box, shape)).length / boxes.length;
  return priced > 0.5 || (ratings.length > 1 && averages > ratings.length * 0.5) || (ratings.length > 2 && halves > ratings.length * 0.6) || counted > 0.5;
}

/**
 * @param {Shape['boxes'][number]} box
 * @param {Shape} shape
 */
function nextToRating(box, shape) {
  const near = ratingIn(box, shape)?.element.parentElement;
  return Boolean(near && box.leaves.some(({ element, text }) => near.contains(element) && /\d{2}|[([]/.test(text) && COUNTED.test(text)));
}

/** @param {Shape} shape whether each box leads away by its heading: news, or a list of other pages */
function isNews({ boxes }) {
  const leading = boxes.filter(({ card }) => card.querySelector('h1 a[href], h2 a[href], h3 a[href], h4 a[href]'));
  return leading.length > boxes.length * 0.5;
}

/** @param {string} text */
function isProse(text) {
  return text.split(/\s+/).length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5}/u.test(text);
}

/** @param {number[]} numbers */
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
