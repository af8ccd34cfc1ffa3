/** Selectors for an element somebody pointed at, the steadiest first: what a site's next build or page will still have. */

import { openRoots } from './open-roots.js';
import { isSelector } from './selector-shape.js';
import { steadyClass } from './teach-names.js';
import { first } from './values.js';

/**
 * A selector and how likely it is to go: 1 for what developers name for machines, up to 6 for a place in a row.
 * @typedef {{way: string, rank: number}} Way
 */

const NAMING = ['itemprop', 'data-testid', 'data-test-id', 'data-hook', 'data-qa', 'data-cy', 'data-test', 'data-field', 'name', 'role'];
const TELLING = new Set(NAMING.filter((name) => name !== 'name' && name !== 'role'));
const LONGEST_VALUE = 60;
const MOST_OUTER = 4;
const MOST_WAYS = 100;

/**
 * Selectors that find, from its card, this element first; steady ones before others.
 * @param {Element} element
 * @param {Element} card
 * @returns {Way[]}
 */
export function waysTo(element, card) {
  if (element === card || !card.contains(element)) return [];
  const ways = new Map();
  for (const { way, rank } of [...ownWays(element), ...throughBoxes(element, card), ...paths(element, card)]) {
    if (!ways.has(way) && ways.size < MOST_WAYS && first(card, way) === element && isSelector(way)) ways.set(way, rank);
  }
  return [...ways].map(([way, rank]) => ({ way, rank })).sort((one, other) => one.rank - other.rank);
}

/**
 * What an element is called by itself.
 * @param {Element} element
 * @returns {Way[]}
 */
export function ownWays(element) {
  const name = tag(element);
  const classes = [...element.classList].filter((token) => token.length < LONGEST_VALUE);
  const called = [...attributes(element), ...classes.flatMap((token) => steadyClass(token, name))];
  const made = classes.map((token) => `${name}.${CSS.escape(token)}`).filter((way) => !called.some((known) => known.way === way));
  const whole = classes.length > 1 ? [`${name}.${classes.map((token) => CSS.escape(token)).join('.')}`] : [];
  return [...called, ...[...whole, ...made].map((way) => ({ way, rank: 4 }))].sort((one, other) => one.rank - other.rank);
}

/**
 * @param {Element} element
 * @returns {Way[]}
 */
function attributes(element) {
  /** @type {Way[]} */
  const ways = [];
  for (const { name, value } of element.attributes) {
    const said = value.length > 0 && value.length < LONGEST_VALUE;
    if (NAMING.includes(name) && said && !/\d{3}/.test(value)) {
      const named = `[${name}=${JSON.stringify(value)}]`;
      // A role or a name alone is said of many things; what is named for machines is the same thing under any tag.
      ways.push({ way: `${tag(element)}${named}`, rank: 1.2 }, ...(TELLING.has(name) ? [{ way: named, rank: 1 }] : []));
    }
    if (/^data-[a-z-]+$/.test(name) && !value) ways.push({ way: `${tag(element)}[${name}]`, rank: 2 });
    const stem = name === 'id' && said ? /^[a-z][a-z_]*?[-_](?=.*\d)/i.exec(value)?.[0] : undefined;
    if (stem && stem.length > 3) ways.push({ way: `${tag(element)}[id^=${JSON.stringify(stem)}]`, rank: 3 });
    else if (name === 'id' && /^[a-z]+(?:[-_][a-z]+)*$/i.test(value)) ways.push({ way: `${tag(element)}#${value}`, rank: 2 });
  }
  return ways;
}

/**
 * Ways through a box around it, for an element whose own names are shared or missing.
 * @param {Element} element
 * @param {Element} card
 * @returns {Way[]}
 */
function throughBoxes(element, card) {
  const own = [...ownWays(element).slice(0, 5), { way: tag(element), rank: 3 }];
  const ways = [];
  let steps = tag(element);
  let placed = place(element);
  for (let outer = element.parentElement, up = 0; outer && outer !== card && up < MOST_OUTER; outer = outer.parentElement, up += 1) {
    for (const around of ownWays(outer).slice(0, 5)) {
      ways.push(...own.map(({ way, rank }) => ({ way: `${around.way} ${way}`, rank: Math.max(around.rank, rank) + 0.1 })));
      ways.push({ way: `${around.way} > ${steps}`, rank: Math.max(around.rank, 3) + 0.2 });
      ways.push({ way: `${around.way} > ${placed}`, rank: Math.max(around.rank, 4) + 0.3 });
    }
    steps = `${tag(outer)} > ${steps}`;
    placed = `${place(outer)} > ${placed}`;
  }
  return ways;
}

/**
 * Ways step by step from the card: by tags alone, and with places in a row where it must be.
 * @param {Element} element
 * @param {Element} card
 * @returns {Way[]}
 */
function paths(element, card) {
  const [plain, placed] = [[], []].map((list) => /** @type {string[]} */ (list));
  for (let here = element; here !== card && here.parentElement; here = here.parentElement) {
    plain.unshift(tag(here));
    placed.unshift(place(here));
  }
  return [{ way: `:scope > ${plain.join(' > ')}`, rank: 5 }, { way: `:scope > ${placed.join(' > ')}`, rank: 6 }];
}

/** @param {Element} element */
function place(element) {
  const row = [...(element.parentElement?.children ?? [])].filter(({ nodeName }) => nodeName === element.nodeName);
  return row.length > 1 ? `${tag(element)}:nth-of-type(${row.indexOf(element) + 1})` : tag(element);
}

/** @param {Element} element */
export const tag = (element) => CSS.escape(element.localName);

/**
 * All that a selector finds, none where the browser does not know it.
 * @param {ParentNode} root
 * @param {string} way
 * @returns {Element[]}
 */
export function all(root, way) {
  try {
    return [...root.querySelectorAll(way)];
  } catch {
    return [];
  }
}

/**
 * Where the likes of an element stand: its page, or, for one inside a web component, every open component of it.
 * @param {Element} element
 * @returns {ParentNode[]}
 */
export function rootsOf(element) {
  return element.getRootNode() instanceof ShadowRoot ? openRoots(element.ownerDocument) : [element.ownerDocument];
}

/**
 * @param {ParentNode[]} roots
 * @param {string} way
 */
export const everywhere = (roots, way) => roots.flatMap((root) => all(root, way));
