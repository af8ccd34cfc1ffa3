/** Reviews without boxes of their own: headings, stars and paragraphs that follow each other in one box, cut where each begins. */

import { copied } from './copies.js';
import { signature } from './repeated.js';

/** @typedef {{cards: Element[], places: Map<Element, Element>}} Runs `places`: where in the page each copy begins */

const MOST_PARENTS = 8;
const LEVELS = 4;
const LEAST_RUNS = 3;
const LONGEST_RUN = 14;
const MOST_RUNS = 400;

/**
 * Copies of the runs around signs of ratings and dates, each in a box that stands in no page.
 * @param {Element[]} anchors
 * @returns {Runs[]}
 */
export function runSets(anchors) {
  /** @type {Map<Element, Set<Element>>} */
  const held = new Map();
  for (const anchor of anchors) {
    let child = anchor;
    for (let level = 0; level < LEVELS && child.parentElement; level += 1, child = child.parentElement) {
      const children = held.get(child.parentElement) ?? new Set();
      held.set(child.parentElement, children.add(child));
    }
  }
  const parents = [...held].filter(([, children]) => children.size >= LEAST_RUNS).sort(([, one], [, other]) => other.size - one.size);
  return parents.slice(0, MOST_PARENTS).map(([parent, children]) => copies(cut(parent, children))).filter(({ cards }) => cards.length >= LEAST_RUNS);
}

/**
 * The children of a box, cut at the kind of element with which each run begins; none where there is no such kind.
 * @param {Element} parent
 * @param {Set<Element>} anchored
 * @returns {ChildNode[][]}
 */
function cut(parent, anchored) {
  const kinds = new Set([...parent.children].slice(0, LONGEST_RUN * 2).map(signature));
  for (const kind of kinds) {
    const runs = cutAt(parent, kind);
    const elements = runs.map((run) => run.filter((node) => node instanceof Element));
    const fitting = elements.filter((run) => run.length > 1 && run.length <= LONGEST_RUN && run.some((one) => anchored.has(one)));
    if (runs.length >= LEAST_RUNS && runs.length <= MOST_RUNS && fitting.length >= runs.length * 0.7) return runs;
  }
  return [];
}

/**
 * @param {Element} parent
 * @param {string} kind
 */
function cutAt(parent, kind) {
  /** @type {ChildNode[][]} */
  const runs = [];
  for (const node of parent.childNodes) {
    if (node instanceof Element && signature(node) === kind) runs.push([]);
    runs.at(-1)?.push(node);
  }
  return runs;
}

/**
 * @param {ChildNode[][]} runs
 * @returns {Runs}
 */
function copies(runs) {
  const places = new Map();
  for (const run of runs) places.set(copied(run), run[0]);
  return { cards: [...places.keys()], places };
}
