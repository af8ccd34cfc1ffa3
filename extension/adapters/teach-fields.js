/** How each part of a review is found: the ways that hold in all boxes, tried on every one of them. */

import { isAlike, isDated, isOfKind } from './teach-signs.js';
import { all, waysTo } from './teach-selectors.js';
import { textOf } from './text.js';
import { first } from './values.js';

/** @typedef {import('./teach.js').Part} Part */
/** @typedef {import('./types.js').Recipe} Recipe */
/** @typedef {{card: Element, element: Element}} Shown one part somebody pointed at, in its box */
/** @typedef {{way: string, rank: number, found: (Element | null)[], right: number, worth: number}} Judged */

const MOST_KEPT = 3;
/** Up to this rank a way is by a name made for machines: whatever carries it is the same thing. */
const MACHINE = 1.1;
/** Parts that other reviews may lack: what only stands in the same place is not taken for them. */
const SPARE = new Set(['title', 'reply', 'reply_box', 'reply_opener']);
const MOST_JUDGED = 120;
const LONGEST_LABEL = 60;
const LEAST_LABELS = 3;
const MOST_TEXTS = 60;
const LABELS = 'a, button, span, div, p, [role="button"]';

/**
 * Selectors of one part, in the order in which they are to be tried; none where it was not pointed at.
 * @param {Part} part
 * @param {Shown[]} shown
 * @param {Element[]} cards
 * @returns {string[]}
 */
export function partWays(part, shown, cards) {
  if (!shown.length) return [];
  const boxes = [...new Set([...shown.map(({ card }) => card), ...cards])];
  const ways = new Map(shown.flatMap(({ card, element }) => waysTo(element, card).map(({ way, rank }) => [way, rank])));
  const judged = [...ways].slice(0, MOST_JUDGED).map(([way, rank]) => judge(way, rank, part, shown, boxes)).sort(byWorth);
  if (!judged.length) return [];
  const chosen = inOrder(judged, shown);
  const answer = (/** @type {number} */ at) => chosen.map(({ found }) => found[at]).find((found) => found) ?? null;
  const answers = boxes.map((_, at) => answer(at));
  const agreeing = judged.filter((one) => !chosen.includes(one) && one.worth > 0 && one.found.every((found, at) => !found || found === answers[at]));
  agreeing.sort((one, other) => one.rank - other.rank);
  // Last, one that leans on no name at all: it is what remains when the site is built anew.
  const lasting = agreeing.filter(({ rank }) => rank >= 5).slice(0, 1);
  const named = [...chosen, ...agreeing.filter((one) => !lasting.includes(one))].slice(0, Math.max(chosen.length, MOST_KEPT - 1));
  return steadyFirst(named, shown).concat(lasting).map(({ way }) => way);
}

/**
 * @param {string} way
 * @param {number} rank
 * @param {Part} part
 * @param {Shown[]} shown
 * @param {Element[]} boxes
 * @returns {Judged}
 */
function judge(way, rank, part, shown, boxes) {
  const found = boxes.map((box) => first(box, way));
  const elements = shown.map(({ element }) => element);
  const worth = found.reduce((sum, one) => sum + (one ? worthOf(part, one, elements, rank) : 0), 0);
  const right = shown.filter(({ card, element }) => first(card, way) === element).length;
  return { way, rank, found, right, worth };
}

/**
 * @param {Part} part
 * @param {Element} found
 * @param {Element[]} shown
 * @param {number} rank
 */
function worthOf(part, found, shown, rank) {
  if (!isOfKind(part, found, shown)) return -1;
  if (isAlike(found, shown) || rank <= MACHINE) return 1;
  if (SPARE.has(part)) return -1;
  return part === 'text' ? -0.5 : 0.6;
}

/**
 * @param {Judged} one
 * @param {Judged} other
 */
const byWorth = (one, other) => other.right - one.right || other.worth - one.worth || one.rank - other.rank;

/**
 * The fewest ways, in the order, that find every part that was pointed at.
 * @param {Judged[]} judged best first
 * @param {Shown[]} shown
 * @returns {Judged[]}
 */
function inOrder(judged, shown) {
  if (judged[0].right === shown.length) return [judged[0]];
  const some = judged.slice(0, 40);
  const pairs = some.flatMap((one) => some.filter((other) => other !== one).map((other) => [one, other]));
  const scored = pairs.map((pair) => ({ pair, right: rightOf(pair, shown), worth: pair[0].worth + pair[1].worth / 2 }));
  const best = scored.sort((one, other) => other.right - one.right || other.worth - one.worth)[0];
  return best && best.right > judged[0].right ? best.pair : [judged[0]];
}

/**
 * @param {Judged[]} ways
 * @param {Shown[]} shown
 */
function rightOf(ways, shown) {
  return shown.filter(({ card, element }) => ways.map(({ way }) => first(card, way)).find((found) => found) === element).length;
}

/**
 * What agrees may be asked in any order: the steadiest is asked first.
 * @param {Judged[]} ways
 * @param {Shown[]} shown
 */
function steadyFirst(ways, shown) {
  const sorted = [...ways].sort((one, other) => one.rank - other.rank);
  return rightOf(sorted, shown) >= rightOf(ways, shown) ? sorted : ways;
}

/**
 * Recipes of the words of a part, without other parts that stand in it and the labels that are the same everywhere ("Read more").
 * @param {string[]} ways
 * @param {Element[]} cards
 * @param {string[][]} others  ways to other parts, such as a heading
 * @returns {Recipe[]}
 */
export function wordRecipes(ways, cards, others = []) {
  const found = cards.flatMap((card) => {
    const whole = foundBy(ways, card);
    return whole ? [{ card, whole }] : [];
  });
  const inner = others.flatMap((other) => innerWay(found, other) ?? []);
  const without = [...new Set([...inner, ...labelsIn(found.map(({ whole }) => whole))])];
  return ways.map((select) => ({ select, ...(without.length && { without }) }));
}

/**
 * @param {string[]} ways
 * @param {Element} card
 */
const foundBy = (ways, card) => ways.map((way) => first(card, way)).find((one) => one) ?? null;

/**
 * What finds another part inside the words, and nothing else there.
 * @param {{card: Element, whole: Element}[]} found
 * @param {string[]} other
 */
function innerWay(found, other) {
  const inside = found.flatMap(({ card, whole }) => {
    const part = foundBy(other, card);
    return part && part !== whole && whole.contains(part) ? [{ whole, part }] : [];
  });
  if (!inside.length) return null;
  const ways = waysTo(inside[0].part, inside[0].whole).filter(({ rank }) => rank < 5);
  const alone = ways.find(({ way }) => found.every(({ whole }) => {
    const taken = all(whole, way);
    return taken.every((one) => inside.some(({ part }) => part === one || part.contains(one)));
  }));
  return alone?.way ?? null;
}

/**
 * @param {Element[]} whole
 * @returns {string[]}
 */
function labelsIn(whole) {
  /** @type {Map<string, {way: string, words: string, count: number}>} */
  const said = new Map();
  for (const text of whole.slice(0, MOST_TEXTS)) {
    for (const part of all(text, LABELS).slice(0, MOST_TEXTS)) {
      const words = textOf(part, { cap: 200 });
      const way = words && words.length < LONGEST_LABEL ? waysTo(part, text).find(({ rank }) => rank < 5)?.way : undefined;
      if (way) said.set(`${way} ${words}`, { way, words, count: (said.get(`${way} ${words}`)?.count ?? 0) + 1 });
    }
  }
  const often = [...said.values()].filter(({ way, words, count }) =>
    count >= LEAST_LABELS && whole.every((text) => all(text, way).every((one) => textOf(one, { cap: 200 }) === words)));
  return often.map(({ way }) => way).slice(0, 3);
}

/**
 * @param {string[]} ways
 * @param {Shown[]} shown
 * @returns {Recipe[]}
 */
export function dateRecipes(ways, shown) {
  const machine = shown.some(({ element }) => element.hasAttribute('datetime'));
  const inner = shown.some(({ element }) => !element.hasAttribute('datetime') && element.querySelector('time[datetime]') && isDated(element));
  return ways.flatMap((select) => [
    ...(machine ? [{ select, attribute: 'datetime' }] : []),
    ...(inner ? [{ select: `${select} time[datetime]`, attribute: 'datetime' }] : []),
    { select },
  ]);
}
