/** What a recipe may be made of, and the kinds of values an adapter holds. */

import { ODD } from './odd.js';

const RECIPE = {
  select: 'selector', closest: 'selector', next: 'selector', within: 'page', attribute: 'text', count: 'yes',
  all: 'yes', without: 'selectors', keep_lines: 'yes', state: 'text', page_state: 'text', address: 'pattern',
  pattern: 'pattern', markup: 'yes', moment: 'moment', call: 'odd', template: 'text', is: 'value',
};

/** @type {Record<string, (value: any) => boolean>} */
const KINDS = {
  selector: (value) => isSelectors([value]),
  selectors: isSelectors,
  pattern: isPattern,
  patterns: (value) => isObject(value) && Object.values(value).every(isPattern),
  text: (value) => typeof value === 'string',
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  page: (value) => value === 'page',
  yes: (value) => value === true,
  moment: (value) => value === 's' || value === 'ms',
  odd: (value) => Object.hasOwn(ODD, value),
  value: (value) => ['string', 'number'].includes(typeof value),
};

/**
 * Whether a part is known and its value of the kind it must be.
 * @param {Record<string, string>} kinds the kind of each part
 * @param {string} key
 * @param {unknown} value
 */
export function isKind(kinds, key, value) {
  return Object.hasOwn(kinds, key) && KINDS[kinds[key]](value);
}

/**
 * Say what is wrong with a list of recipes.
 * @param {any} list
 * @param {string} where
 * @param {(sentence: string) => void} say
 * @param {boolean} [needed]
 */
export function recipes(list, where, say, needed = false) {
  if (list === undefined) return needed ? say(`"${where}" is missing: a list of recipes.`) : undefined;
  if (!Array.isArray(list) || !list.length) return say(`"${where}" is a list of recipes.`);
  for (const recipe of list) {
    if (!isObject(recipe)) say(`"${where}": a recipe is an object.`);
    else for (const [key, value] of Object.entries(recipe)) part(key, value, where, say);
  }
  return undefined;
}

/**
 * @param {string} key
 * @param {any} value
 * @param {string} where
 * @param {(sentence: string) => void} say
 */
function part(key, value, where, say) {
  if (!Object.hasOwn(RECIPE, key)) say(`"${where}": a recipe has no "${key}".`);
  else if (!isKind(RECIPE, key, value)) say(`"${where}": "${key}" is not right: ${JSON.stringify(value)}.`);
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isPattern(value) {
  try {
    return typeof value === 'string' && value !== '' && Boolean(new RegExp(value, 'iu'));
  } catch {
    return false;
  }
}

/** @param {unknown} value */
function isSelectors(value) {
  if (!Array.isArray(value) || !value.length) return false;
  try {
    const nowhere = document.createDocumentFragment();
    for (const selector of value) nowhere.querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
