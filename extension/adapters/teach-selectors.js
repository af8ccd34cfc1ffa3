/** Selectors learnt from an example: ways to an element that hold for its likes in the other boxes too, the steadiest first. */

import { first } from './values.js';

const NAMING = ['itemprop', 'data-testid', 'data-test-id', 'data-hook', 'data-qa', 'data-cy', 'data-test', 'data-field', 'name', 'role'];
const LONGEST_VALUE = 60;

/**
 * Selectors that find, from each card, what stands there as `element` does in `card`; at most three.
 * @param {Element} element
 * @param {Element} card
 * @param {Element[]} cards
 * @returns {string[]}
 */
export function waysTo(element, card, cards) {
  if (element === card) return [];
  const ways = [...new Set([...ownWays(element), ...below(element, card), scoped(element, card)])]
    .filter((way) => first(card, way) === element);
  const held = ways.map((way) => ({ way, share: cards.filter((one) => first(one, way)).length / cards.length }));
  const most = Math.max(...held.map(({ share }) => share));
  return held.filter(({ share }) => share >= most - 0.1).map(({ way }) => way).slice(0, 3);
}

/**
 * Selectors that find these boxes on the page and no others; at most two.
 * @param {Element[]} cards
 * @param {Element} text  the words of one of them, which a box must have to be counted
 * @returns {string[]}
 */
export function cardWays(cards, text) {
  const document = cards[0].ownerDocument;
  const shared = ownWays(cards[0]).filter((way) => cards.every((card) => card.matches(way)));
  const parents = cards[0].parentElement ? ownWays(cards[0].parentElement) : [];
  const nested = parents.flatMap((parent) => [...shared, tag(cards[0])].map((way) => `${parent} > ${way}`));
  const card = cards.find((one) => one.contains(text)) ?? cards[0];
  const inner = waysTo(text, card, cards)[0];
  const plain = [...shared, ...nested, path(cards[0])];
  const tried = [...plain, ...(inner ? plain.map((way) => `${way}:has(${inner.replace(/^:scope\s*/, '')})`) : [])];
  return tried.filter((way) => same(all(document, way), cards)).slice(0, 2);
}

/**
 * @param {Element} element
 * @returns {string[]}
 */
export function ownWays(element) {
  const ways = [];
  for (const name of NAMING) {
    const value = element.getAttribute(name);
    if (value && value.length < LONGEST_VALUE && !/\d{3}/.test(value)) ways.push(`${tag(element)}[${name}=${quoted(value)}]`);
  }
  const own = [...element.attributes].filter(({ name, value }) => /^data-[a-z-]+$/.test(name) && value.length < 1 && !NAMING.includes(name));
  ways.push(...own.map(({ name }) => `${tag(element)}[${name}]`));
  const classes = [...element.classList].filter((token) => token.length < LONGEST_VALUE);
  if (classes.length) ways.push(...classes.filter(isWord).map((token) => `${tag(element)}.${CSS.escape(token)}`));
  if (classes.length) ways.push(`${tag(element)}.${classes.map((token) => CSS.escape(token)).join('.')}`);
  ways.push(...classes.filter((token) => !isWord(token)).map((token) => `${tag(element)}.${CSS.escape(token)}`));
  return ways;
}

/** @param {string} token a class somebody named, not one a build made up: it stays when the page is built anew */
function isWord(token) {
  return /^[a-z]+(?:[-_]{1,2}[a-z]+)*$/i.test(token) && token.length > 3 && /[aeiou]/i.test(token) && !/[a-z][A-Z][a-z]?[A-Z]/.test(token);
}

/**
 * Ways through the box around it, for an element whose own names are shared or missing.
 * @param {Element} element
 * @param {Element} card
 */
function below(element, card) {
  const ways = [];
  for (let outer = element.parentElement, step = 0; outer && outer !== card && step < 3; outer = outer.parentElement, step += 1) {
    for (const way of ownWays(outer)) ways.push(...[...ownWays(element), tag(element)].map((own) => `${way} ${own}`));
  }
  return ways;
}

/**
 * @param {Element} element
 * @param {Element} card
 */
function scoped(element, card) {
  const steps = [];
  for (let here = element; here !== card && here.parentElement; here = here.parentElement) steps.unshift(place(here));
  return `:scope > ${steps.join(' > ')}`;
}

/** @param {Element} element the way of its tags from the body, without places in a row */
function path(element) {
  const steps = [tag(element)];
  for (let here = element.parentElement; here && here.nodeName !== 'HTML'; here = here.parentElement) steps.unshift(tag(here));
  return steps.join(' > ');
}

/** @param {Element} element */
function place(element) {
  const row = [...(element.parentElement?.children ?? [])].filter(({ nodeName }) => nodeName === element.nodeName);
  return row.length > 1 ? `${tag(element)}:nth-of-type(${row.indexOf(element) + 1})` : tag(element);
}

/** @param {Element} element */
const tag = (element) => CSS.escape(element.localName);

/** @param {string} value */
const quoted = (value) => JSON.stringify(value);

/**
 * @param {Document} document
 * @param {string} way
 */
function all(document, way) {
  try {
    return [...document.querySelectorAll(way)];
  } catch {
    return [];
  }
}

/**
 * @param {Element[]} one
 * @param {Element[]} other
 */
const same = (one, other) => one.length === other.length && one.every((element) => other.includes(element));
