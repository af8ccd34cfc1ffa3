/** How sure we may be that repeated boxes are reviews, and not products, news or a talk. */

import { isPerson, leadsAway, looksLikeName } from './names.js';
import { lastName, namesOf } from './slots.js';
import { readingOf } from './unknown-fields.js';

/** @typedef {import('./unknown-fields.js').Shape} Shape */
/** @typedef {{rated: number, dated: number, named: number}} Shares */

/** Places of ratings that are no reviews are called ratings, too. */
const WORDS = /review|feedback|testimonial|bewertung|rezension|\bavis\b|reseñ|resena|opini|avalia|valora|depoiment|testimon|témoignage|erfahrung|ervaring|kundenstimm|gästestimm|opinia|ocen[ay]|hodnocen|hinnang|arvostel|értékel|κριτικ|мнени|評価|评价|評論|후기|ulasan|kunden(?: über uns)? sagen|(?:customers?|clients?|guests?|users|people) (?:say|are saying|think)|disent|parlent|dicono|dizem|dicen|zeggen|đánh giá|beoordeling|recensi|omd[oö]me|anmeldelse|recenz|leserstimm|\btips?\b|отзыв|レビュー|口コミ|评论|리뷰|yorum/i;
const REVIEW = new RegExp(`rating|${WORDS.source}`, 'i');
const PRICE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|Rs\.?))\s?\d|\d[\d.,]*\s?(?:€|kr\b|zł|Kč|₽)/i;
const COUNTED = /^[([]?\s*\d[\d.,]*k?\s*[)\]]?$|^[([]?\s*\d[\d.,\s]*k?\s*(?:reviews?|ratings?|bewertungen|avis|opiniones|reseñas|beoordelingen|recensioni)/i;
const COMMENT = /comment|thread|forum|message|post\b/i;

/** Markup never proves that boxes are reviews: the most that is claimed, about what came true on pages never seen. */
const MOST_TRUST = 0.95;

/**
 * @param {Shape} shape
 * @returns {{trust: number, shares: Shares, good: number}} `good` is what share of the boxes has what a review has
 */
export function trustIn(shape) {
  const { boxes } = shape;
  const share = (/** @type {(box: Shape['boxes'][number]) => boolean} */ fits) => boxes.filter(fits).length / Math.max(1, boxes.length);
  const prose = share((box) => isProse(readingOf(box, shape).text));
  const rated = share((box) => readingOf(box, shape).rating !== undefined);
  const dated = share((box) => readingOf(box, shape).date !== undefined);
  const named = share((box) => looksLikeName(readingOf(box, shape).name ?? ''));
  const none = prose < 0.5 || mean(likeness(boxes)) < 0.35 || isCatalogue(shape);
  const trust = none ? 0 : Math.min(MOST_TRUST, believed({ rated, dated, named }, shape) * (0.7 + 0.3 * prose));
  return { trust: Math.round(trust * 100) / 100, shares: { rated, dated, named }, good: (prose + rated + dated + named) / 4 };
}

/**
 * @param {{rated: number, dated: number, named: number}} shares
 * @param {Shape} shape
 */
function believed({ rated, dated, named }, shape) {
  const { nodeName } = shape.boxes[0].card;
  const called = isCalled(shape, REVIEW);
  if (nodeName === 'TR' && !called) return 0;
  const whole = 0.4 * rated + 0.3 * dated + 0.3 * named;
  if (rated >= 0.6 && dated >= 0.5 && named >= 0.5) return whole + (called ? 0.05 : 0);
  const news = isNews(shape);
  const person = shape.name !== null && isPerson(shape.name) && !news;
  if (rated >= 0.6 && (dated >= 0.6 || (named >= 0.6 && person))) return called ? whole : 0;
  if (rated >= 0.6 && named >= 0.6) return called && !news && !leadsOn(shape) ? 0.6 : 0;
  if (rated >= 0.15 && dated >= 0.7 && named >= 0.7) return called ? 0.75 : 0;
  return dated >= 0.7 && named >= 0.7 && isCalled(shape, WORDS) && !isTalk(shape) && !news ? 0.6 : 0;
}

/** @param {Shape} shape whether most boxes lead to another page, as offers do and customers' words do not */
function leadsOn({ boxes, name }) {
  const links = boxes.filter(({ card }) => [...card.querySelectorAll('a[href]')].some((link) => !/^#|^javascript:/i.test(link.getAttribute('href') ?? '')));
  return boxes.length < 3 || links.length > boxes.length * 0.5 || (name !== null && leadsAway(name));
}

/**
 * Whether the boxes are comments or posts by name, among which those without a rating are talk.
 * @param {Shape} shape
 */
export function isTalk({ boxes: [{ card }] }) {
  return COMMENT.test(namesOf(card)) && !REVIEW.test(lastName(card));
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

/**
 * Whether the page itself calls these boxes, or what they stand in, reviews.
 * @param {Shape} shape
 * @param {RegExp} names
 */
function isCalled({ boxes }, names) {
  const { card, place } = boxes[0];
  const inside = [card, ...card.querySelectorAll('*')].slice(0, 40).map(namesOf).join(' ');
  return [inside, around(place), place.ownerDocument.title.slice(0, 200)].some((words) => names.test(words));
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
  const ratings = boxes.map((box) => readingOf(box, shape).rating?.value).filter((value) => value !== undefined);
  const averages = ratings.filter((value) => value * 2 % 1 !== 0).length;
  const halves = ratings.filter((value) => value % 1 !== 0).length;
  const counted = boxes.filter((box) => nextToRating(box, shape)).length / boxes.length;
  return priced > 0.5 || (ratings.length > 1 && averages > ratings.length * 0.5) || (ratings.length > 2 && halves > ratings.length * 0.6) || counted > 0.5;
}

/**
 * Whether the line after the rating says how many have rated.
 * @param {Shape['boxes'][number]} box
 * @param {Shape} shape
 */
function nextToRating(box, shape) {
  const rating = readingOf(box, shape).rating?.element;
  const near = rating?.parentElement;
  if (!rating || !near) return false;
  const next = box.leaves.find(({ element }) => near.contains(element) && !shape.signs.ratings.has(element)
    && Boolean(rating.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING));
  return Boolean(next && !next.sign && /\d{2}|[([]/.test(next.text) && COUNTED.test(next.text));
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
