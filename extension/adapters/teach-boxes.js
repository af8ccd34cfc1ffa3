/** Selectors of a review's box: those that find the boxes of all examples, as few others as can be, and nothing that is no review. */

import { isSelector } from './selector-shape.js';
import { TELLING, sameBoxes, trailWay } from './teach-cards.js';
import { everywhere, ownWays, rootsOf, tag, waysTo } from './teach-selectors.js';

/** @typedef {import('./teach.js').Example} Example */
/** @typedef {import('./teach-cards.js').Group} Group */
/** @typedef {import('./teach-selectors.js').Way} Way */
/** @typedef {Way & {boxes: Element[], extra: number}} Candidate */

const MOST_KEPT = 3;
const MOST_FEATURES = 150;

/**
 * At most three selectors, steadiest first; none where what is no review cannot be told from what is.
 * @param {Group} group
 * @param {Example} example
 * @param {Element[]} not
 * @returns {string[]}
 */
export function boxWays({ card, cards }, example, not) {
  const wanted = cards.filter((box) => !touches(box, not));
  const roots = rootsOf(card);
  const plain = baseWays(card).map((way) => tried(way, wanted, roots)).filter((one) => one !== null);
  const filters = filtersOf(example, card);
  const sifted = plain.filter(({ extra }) => extra > 0).slice(0, 24).flatMap(({ way, rank }) =>
    filters.map((filter) => tried({ way: `${way}${filter.way}`, rank: Math.max(rank, filter.rank) + 0.3 }, wanted, roots)));
  const found = [...plain, ...sifted].filter((one) => one !== null).flatMap((one) => without(one, wanted, not, roots))
    .filter(({ way }) => isSelector(way));
  if (!found.length) return [];
  const least = Math.min(...found.map(({ extra }) => extra));
  const best = found.filter(({ extra }) => extra === least).sort((one, other) => one.rank - other.rank || one.way.length - other.way.length);
  const agreeing = best.filter(({ boxes }) => sameBoxes(boxes, best[0].boxes));
  // One that leans on no made-up name goes last: it is what remains when the site is built anew.
  const lasting = agreeing.find(({ way }, index) => index >= MOST_KEPT - 1 && !/[.[]/.test(way));
  return [...new Set([...agreeing.slice(0, lasting ? MOST_KEPT - 1 : MOST_KEPT), ...(lasting ? [lasting] : [])].map(({ way }) => way))];
}

/**
 * @param {Element} card
 * @returns {Way[]}
 */
function baseWays(card) {
  const own = [...ownWays(card).slice(0, 8), { way: tag(card), rank: 3 }];
  const ways = own.slice(0, -1);
  let steps = '';
  for (let outer = card.parentElement, up = 0; outer && outer.nodeName !== 'HTML' && up < 4; outer = outer.parentElement, up += 1) {
    for (const around of ownWays(outer).slice(0, 6)) {
      ways.push(...own.map(({ way, rank }) => ({ way: `${around.way} > ${steps}${way}`, rank: Math.max(around.rank, rank) + 0.1 + up / 100 })));
    }
    steps = `${tag(outer)} > ${steps}`;
  }
  return [...ways, { way: trailWay(card), rank: 5 }];
}

/**
 * @param {Way} way
 * @param {Element[]} wanted
 * @param {ParentNode[]} roots
 * @returns {Candidate | null} null where it misses a box, or finds boxes in boxes
 */
function tried({ way, rank }, wanted, roots) {
  const boxes = everywhere(roots, way);
  const known = new Set(boxes);
  if (!wanted.every((box) => known.has(box))) return null;
  if (boxes.some((box, index) => index > 0 && boxes[index - 1].contains(box))) return null;
  return { way, rank, boxes, extra: boxes.length - wanted.length };
}

/**
 * Conditions on what a box must hold.
 * @param {Example} example
 * @param {Element} card
 * @returns {Way[]}
 */
function filtersOf(example, card) {
  const each = TELLING.map((part) => (example[part] ? waysTo(example[part], card) : []));
  const steadiest = each.map((ways) => ways[0]).filter(Boolean);
  const structural = each.map((ways) => ways.find(({ rank }) => rank >= 5)).filter((way) => way !== undefined);
  const single = [...steadiest, ...structural].map(({ way, rank }) => ({ way: has(way), rank }));
  const [both, shape] = [steadiest, structural].map((ways) => ({ way: ways.map(({ way }) => has(way)).join(''), rank: Math.max(...ways.map(({ rank }) => rank)) }));
  return [...single, both, shape];
}

/** @param {string} way */
const has = (way) => `:has(${way.replace(/^:scope\s*/, '')})`;

/**
 * The candidate as it is, or with what keeps out the boxes that are no reviews.
 * @param {Candidate} candidate
 * @param {Element[]} wanted
 * @param {Element[]} not
 * @param {ParentNode[]} roots
 * @returns {Candidate[]}
 */
function without(candidate, wanted, not, roots) {
  let { way, rank, boxes } = candidate;
  for (const box of boxes.filter((one) => touches(one, not))) {
    if (!boxes.includes(box)) continue;
    const feature = featureOf(box, wanted);
    if (!feature) return [];
    way = `${way}:not(${feature.way})`;
    rank = Math.max(rank, feature.rank) + 0.2;
    boxes = everywhere(roots, way);
  }
  return [{ way, rank, boxes, extra: boxes.length - wanted.length }];
}

/**
 * What a box has, or is called, that none of the wanted is or has.
 * @param {Element} box
 * @param {Element[]} wanted
 * @returns {Way | undefined}
 */
function featureOf(box, wanted) {
  const called = ownWays(box).filter(({ way }) => !wanted.some((one) => one.matches(way)));
  const inside = [...box.querySelectorAll('*')].slice(0, MOST_FEATURES).flatMap((part) => ownWays(part))
    .filter(({ way }) => !wanted.some((one) => one.querySelector(way))).map(({ way, rank }) => ({ way: `:has(${way})`, rank }));
  return [...called, ...inside].sort((one, other) => one.rank - other.rank)[0];
}

/**
 * @param {Element} box
 * @param {Element[]} not
 */
export const touches = (box, not) => not.some((other) => box === other || box.contains(other) || other.contains(box));
