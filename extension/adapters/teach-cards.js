/** Which boxes of a page are built like the review somebody pointed at. */

import { signature } from './repeated.js';
import { isAlike, isOfKind } from './teach-signs.js';
import { everywhere, ownWays, rootsOf, tag, waysTo } from './teach-selectors.js';
import { first } from './values.js';

/** @typedef {import('./teach.js').Example} Example */
/** @typedef {import('./teach.js').Part} Part */
/** @typedef {{card: Element, cards: Element[]}} Group one example's box and all boxes like it */

/** What makes a review one; the other parts may be missing from most. */
export const TELLING = /** @type {const} */ (['text', 'author', 'date', 'rating']);
const STEPS_UP = 9;
const MOST_BOXES = 1_000;
const LEAST_SHARE = 0.6;

/**
 * The largest box around an example that has its like, and those; alone where nothing is like it.
 * @param {Example} example
 * @param {Element[]} others  what must not stand in it: other examples, and what is no review
 * @returns {Group | null} null where no box holds these parts and no other review
 */
export function groupOf(example, others) {
  const parts = Object.values(example).filter((part) => part !== undefined);
  const told = TELLING.flatMap((part) => example[part] ?? []);
  const inner = around(told);
  /** @type {(Group & {score: number})[]} */
  const found = [];
  let box = /** @type {Element | null} */ (inner);
  for (let step = 0; box && box.nodeName !== 'BODY' && box.nodeName !== 'HTML' && step < STEPS_UP; step += 1, box = box.parentElement) {
    const own = box;
    if (others.some((other) => own.contains(other))) break;
    found.push(...familiesOf(own).map((family) => judged(own, family, example)));
  }
  if (!found.length || told.includes(inner)) return null;
  const most = Math.max(...found.map(({ score }) => score));
  const best = found.filter(({ score, cards }) => score === most && cards.length > 1).at(-1);
  return best ?? { card: aroundAll(inner, parts, others), cards: [aroundAll(inner, parts, others)] };
}

/**
 * The smallest box that holds all parts with something beside them.
 * @param {Element[]} parts
 */
function around(parts) {
  let box = parts[0];
  while (box.parentElement && !parts.every((part) => box !== part && box.contains(part))) box = box.parentElement;
  return box;
}

/**
 * @param {Element} inner
 * @param {Element[]} parts
 * @param {Element[]} others
 */
function aroundAll(inner, parts, others) {
  const whole = around([inner, ...parts].filter((part) => part !== inner).concat(inner.firstElementChild ?? []));
  return whole.nodeName === 'BODY' || others.some((other) => whole.contains(other)) ? inner : whole;
}

/**
 * Boxes that may be this one's like, guessed in several ways; it is always among them.
 * @param {Element} box
 * @returns {Element[][]}
 */
function familiesOf(box) {
  const { parentElement: parent } = box;
  const own = signature(box);
  const roots = rootsOf(box);
  const named = everywhere(roots, tag(box));
  const alike = named.filter((element) => signature(element) === own);
  const depth = depthOf(box);
  const level = alike.filter((element) => depthOf(element) === depth);
  const families = [alike, level, [...(parent?.children ?? [])].filter(({ nodeName }) => nodeName === box.nodeName)];
  families.push(...ownWays(box).slice(0, 8).map(({ way }) => everywhere(roots, way)));
  const trail = trailOf(box);
  families.push(named.filter((element) => trailOf(element) === trail));
  return distinct(families.filter((family) => family.includes(box)).map(outermost));
}

/** @param {Element} element */
function depthOf(element) {
  let depth = 0;
  for (let here = element.parentElement; here; here = here.parentElement) depth += 1;
  return depth;
}

/** @param {Element} element the tags around it */
function trailOf(element) {
  let trail = '';
  for (let here = element.parentElement; here; here = here.parentElement) trail += `${here.nodeName} `;
  return trail;
}

/**
 * @param {Element[][]} families
 */
function distinct(families) {
  /** @type {Element[][]} */
  const kept = [];
  for (const family of families) {
    if (!kept.some((known) => sameBoxes(known, family))) kept.push(family);
  }
  return kept;
}

/**
 * @param {Element[]} family in the page's order, where a box comes before those in it
 */
function outermost(family) {
  /** @type {Element[]} */
  const kept = [];
  for (const box of family.slice(0, MOST_BOXES)) if (!kept.at(-1)?.contains(box)) kept.push(box);
  return kept;
}

/**
 * Those of a family that hold what the example holds, and how good a family that makes it.
 * @param {Element} card
 * @param {Element[]} family
 * @param {Example} example
 * @returns {Group & {score: number}}
 */
function judged(card, family, example) {
  const looks = TELLING.flatMap((part) => {
    const element = example[part];
    return element ? [{ part, element, ways: waysTo(element, card).filter(({ rank }) => rank < 6) }] : [];
  });
  const least = Math.max(2, Math.ceil(looks.length * LEAST_SHARE));
  const cards = family.filter((box) => box === card || looks.filter((look) => holds(box, look)).length >= least);
  return { card, cards: family.includes(card) ? cards : [], score: cards.length - (family.length - cards.length) / 4 };
}

/**
 * @param {Element} box
 * @param {{part: Part, element: Element, ways: {way: string}[]}} look
 */
function holds(box, { part, element, ways }) {
  return ways.some(({ way }) => {
    const found = first(box, way);
    if (!found || !isOfKind(part, found, [element])) return false;
    return part === 'date' || part === 'rating' || isAlike(found, [element]);
  });
}

/**
 * @param {Element[]} one
 * @param {Element[]} other
 */
export const sameBoxes = (one, other) => one.length === other.length && one.every((box, index) => box === other[index]);

/** @param {Element} element the way of its tags from the body or from the last box with a name of its own */
export function trailWay(element) {
  const steps = [tag(element)];
  for (let here = element.parentElement; here && here.nodeName !== 'HTML'; here = here.parentElement) {
    steps.unshift(/^[a-z]{3,}(?:[-_][a-z]+)*$/i.test(here.id) ? `#${here.id}` : tag(here));
    if (here.id && steps[0].startsWith('#')) break;
  }
  return steps.join(' > ');
}
