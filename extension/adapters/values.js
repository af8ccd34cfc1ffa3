/** Recipes at work: one value, or one element, out of a page. Nothing here throws on odd markup or odd recipes. */

import { ODD } from './odd.js';
import { openRoots } from './open-roots.js';
import { at } from './paths.js';
import { longestFor } from './pattern-time.js';
import { textOf, tidy } from './text.js';
import { plainWords } from './words.js';

/** @typedef {import('./types.js').Recipe} Recipe */
/** @typedef {import('./types.js').Place} Place */

/** @type {Map<string, RegExp | null>} */
const PATTERNS = new Map();

/**
 * What the first successful recipe gives: text or number, undefined where none does.
 * @param {Recipe[] | undefined} recipes
 * @param {Place} place
 * @returns {string | number | undefined}
 */
export function valueOf(recipes, place) {
  for (const recipe of recipes ?? []) {
    const found = finished(rawValue(recipe, place), recipe, place);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

/**
 * As `valueOf`, as text.
 * @param {Recipe[] | undefined} recipes
 * @param {Place} place
 */
export function wordsOf(recipes, place) {
  const value = valueOf(recipes, place);
  return value === undefined ? undefined : String(value);
}

/**
 * The element the first successful recipe finds.
 * @param {Recipe[] | undefined} recipes
 * @param {Place} place
 * @returns {Element | null}
 */
export function elementOf(recipes, place) {
  for (const recipe of recipes ?? []) {
    const found = elementBy(recipe, place);
    if (found) return found;
  }
  return null;
}

/**
 * The first element matching a selector, null for none and for a selector the browser does not know.
 * @param {ParentNode | null} root
 * @param {string} selector
 * @returns {Element | null}
 */
export function first(root, selector) {
  try {
    return root?.querySelector(selector) ?? (root instanceof Element ? inComponent(root, selector) : null);
  } catch {
    return null;
  }
}

/**
 * A review that is a web component, or stands in one, may keep its parts in shadow roots of their own.
 * @param {Element} root
 * @param {string} selector
 */
function inComponent(root, selector) {
  if (!root.shadowRoot && !(root.getRootNode() instanceof ShadowRoot)) return null;
  for (const shadow of openRoots(root)) {
    const found = shadow.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/**
 * The first group of a pattern in a text (the whole match where it has none).
 * @param {string} pattern
 * @param {string} text
 */
export function matched(pattern, text) {
  if (!PATTERNS.has(pattern)) PATTERNS.set(pattern, compiled(pattern));
  const found = PATTERNS.get(pattern)?.exec(text.slice(0, longestFor(pattern)));
  return found ? (found.slice(1).find((group) => group !== undefined) ?? found[0]) : undefined;
}

/** @param {string} pattern */
function compiled(pattern) {
  try {
    return new RegExp(pattern, 'iu');
  } catch {
    return null;
  }
}

/**
 * @param {Recipe} recipe
 * @param {Place} place
 * @returns {string | number | undefined}
 */
function rawValue(recipe, place) {
  if (recipe.address !== undefined) return matched(recipe.address, place.url.pathname + place.url.search);
  if (recipe.state !== undefined) return scalar(at(place.record, recipe.state, place.refs));
  if (recipe.page_state !== undefined) return scalar(at(place.state, recipe.page_state, place.refs));
  const element = elementBy(recipe, place);
  if (!element) return undefined;
  if (recipe.count) return place.card?.querySelectorAll(recipe.select ?? '*').length;
  if (recipe.attribute !== undefined) return element.getAttribute(recipe.attribute) ?? undefined;
  if (recipe.is !== undefined && recipe.pattern === undefined) return 'found';
  const read = (/** @type {Element} */ one) => textOf(one, { without: recipe.without, keepLines: recipe.keep_lines });
  if (!recipe.all || !place.card) return read(element);
  return [...place.card.querySelectorAll(recipe.select ?? '*')].slice(0, 50).map(read).join('\n\n');
}

/** @param {unknown} value */
function scalar(value) {
  if (typeof value === 'string') return tidy(value.slice(0, 200_000));
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/**
 * @param {Recipe} recipe
 * @param {Place} place
 * @returns {Element | null}
 */
function elementBy(recipe, place) {
  if (recipe.within === 'page') return recipe.select ? onPage(recipe.select, place) : null;
  let root = place.card;
  try {
    if (root && recipe.closest) root = root.closest(recipe.closest);
    if (root && recipe.next) root = root.nextElementSibling?.matches(recipe.next) ? root.nextElementSibling : null;
  } catch {
    return null;
  }
  return recipe.select ? first(root, recipe.select) : root;
}

/**
 * What stands around the cards is the same for all of them, and looked for through the whole page: once a look.
 * @param {string} selector
 * @param {Place} place
 */
function onPage(selector, { document, around }) {
  const known = around?.get(selector);
  if (known !== undefined) return known;
  const found = first(document, selector);
  around?.set(selector, found);
  return found;
}

/**
 * @param {string | number | undefined} value
 * @param {Recipe} recipe
 * @param {Place} place
 * @returns {string | number | undefined}
 */
function finished(value, recipe, place) {
  let made = value;
  if (made !== undefined && recipe.pattern !== undefined) made = matched(recipe.pattern, String(made));
  if (made !== undefined && recipe.markup) made = plainWords(String(made));
  if (made !== undefined && recipe.moment) made = momentOf(Number(made), recipe.moment);
  if (made !== undefined && recipe.call !== undefined) made = ODD[recipe.call]?.(String(made), place, elementBy(recipe, place));
  if (made === undefined || made === '') return undefined;
  if (recipe.is !== undefined) return recipe.is;
  if (recipe.template === undefined) return made;
  return recipe.template.replace('{origin}', place.url.origin).replace('{}', () => encodeURI(String(made)));
}

/**
 * A count of seconds or milliseconds since 1970 as ISO 8601.
 * @param {number} count
 * @param {'s' | 'ms'} unit
 */
function momentOf(count, unit) {
  const moment = new Date(unit === 's' ? count * 1000 : count);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
