/** What an adapter must have to be one: told in sentences, for those who write adapters. */

import { ODD } from './odd.js';

const FIELDS = [
  'external_id', 'url', 'author', 'rating', 'title', 'text', 'posted_at', 'language', 'product', 'product_version',
];
const KEYS = [
  'id', 'name', 'verified', 'unverified', 'addresses', 'listing', 'reviews', 'state', 'fields', 'best', 'reply',
  'reply_box', 'reply_opener', 'limit', 'structured_id', 'notes',
];
const RECIPE = {
  select: 'selector', closest: 'selector', within: 'page', attribute: 'text', without: 'selectors', keep_lines: 'yes',
  state: 'text', page_state: 'text', address: 'pattern', pattern: 'pattern', call: 'odd', template: 'text', is: 'value',
};
const NEEDED = ['external_id', 'author', 'text', 'posted_at'];

/**
 * What is wrong with an adapter, one sentence each; none when it is well-formed.
 * @param {unknown} adapter
 * @returns {string[]}
 */
export function faultsOf(adapter) {
  if (!isObject(adapter)) return ['An adapter is one JSON object.'];
  /** @type {string[]} */
  const faults = [];
  const say = (/** @type {string} */ sentence) => faults.push(sentence);
  for (const key of Object.keys(adapter)) if (!KEYS.includes(key)) say(`"${key}" is not a part of an adapter.`);
  if (!/^[a-z0-9-]{2,40}$/.test(String(adapter.id ?? ''))) say('"id" is the platform\'s id: small letters, digits and "-".');
  if (typeof adapter.name !== 'string') say('"name" is missing: what people call the platform.');
  proof(adapter, say);
  addresses(adapter.addresses, say);
  recipes(adapter.listing?.key, 'listing.key', say, true);
  recipes(adapter.listing?.name, 'listing.name', say);
  if (adapter.reviews !== undefined) reading(adapter, say);
  return faults;
}

/**
 * @param {any} adapter
 * @param {(sentence: string) => void} say
 */
function proof(adapter, say) {
  const captures = Array.isArray(adapter.verified) ? adapter.verified : [];
  for (const { capture, date } of captures) {
    if (typeof capture !== 'string' || !/^\d{4}-\d\d(-\d\d)?$/.test(date)) {
      say('Each of "verified" has a "capture" (which page) and its "date" (2026-11-21).');
    }
  }
  const evidence = adapter.unverified?.evidence;
  if (!captures.length && !(Array.isArray(evidence) && evidence.length)) {
    say('Say how we know: "verified" with captured pages, or "unverified" with "evidence".');
  }
}

/**
 * @param {any} list
 * @param {(sentence: string) => void} say
 */
function addresses(list, say) {
  if (!Array.isArray(list) || !list.length) return say('"addresses" is missing: hosts and a path pattern.');
  for (const address of list) {
    const hosts = Array.isArray(address?.hosts) && address.hosts.length > 0;
    if (!hosts || !address.hosts.every((/** @type {any} */ host) => /^(\*\.)?[a-z0-9.-]+$/.test(host))) {
      say('Each address has "hosts" such as "*.example.com".');
    }
    if (!isPattern(address?.path)) say('Each address has a "path": a pattern on the path and query.');
  }
}

/**
 * @param {any} adapter
 * @param {(sentence: string) => void} say
 */
function reading(adapter, say) {
  if (!isSelectors(adapter.reviews)) say('"reviews" is a list of selectors of a review\'s element.');
  if (!isObject(adapter.fields)) return say('"fields" is missing: the recipes of each field.');
  for (const field of Object.keys(adapter.fields)) {
    if (!FIELDS.includes(field)) say(`"${field}" is not a field of a review; there are ${FIELDS.join(', ')}.`);
    recipes(adapter.fields[field], `fields.${field}`, say);
  }
  for (const field of NEEDED) if (!adapter.fields[field]) say(`The field "${field}" is missing.`);
  if (adapter.fields.rating && !(adapter.best > 0)) say('"best" is missing: the best rating of the site\'s scale.');
  if (adapter.state && !(isSelectors([adapter.state.script]) && Array.isArray(adapter.state.reviews) && adapter.state.id)) {
    say('"state" has "script" (a selector), "reviews" (dotted paths) and "id" (a dotted path).');
  }
  if (adapter.structured_id !== undefined && !isPattern(adapter.structured_id)) say('"structured_id" is not a pattern.');
  if (adapter.limit !== undefined && !(adapter.limit > 0)) say('"limit" is a number of characters.');
  if (adapter.reply && !isSelectors(adapter.reply.mark)) say('"reply.mark" is a list of selectors: how a reply shows.');
  for (const part of ['text', 'posted_at', 'author']) recipes(adapter.reply?.[part], `reply.${part}`, say);
  for (const part of ['reply_box', 'reply_opener']) recipes(adapter[part], part, say);
}

/**
 * @param {any} list
 * @param {string} where
 * @param {(sentence: string) => void} say
 * @param {boolean} [needed]
 */
function recipes(list, where, say, needed = false) {
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
  const kind = Object.hasOwn(RECIPE, key) ? RECIPE[/** @type {keyof typeof RECIPE} */ (key)] : undefined;
  const right = {
    selector: () => isSelectors([value]),
    selectors: () => isSelectors(value),
    pattern: () => isPattern(value),
    text: () => typeof value === 'string',
    page: () => value === 'page',
    yes: () => value === true,
    odd: () => Object.hasOwn(ODD, value),
    value: () => ['string', 'number'].includes(typeof value),
  };
  if (!kind) say(`"${where}": a recipe has no "${key}".`);
  else if (!right[/** @type {keyof typeof right} */ (kind)]()) say(`"${where}": "${key}" is not right: ${JSON.stringify(value)}.`);
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
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
