/** Small readings of schema.org data as pages really write it: any case, any nesting, text for numbers. */

import { plainWords } from './words.js';

/** @typedef {Record<string, unknown>} Node */

/**
 * A property whatever the case of its key, with or without "schema:" before it.
 * @param {unknown} node
 * @param {string} key
 * @returns {unknown}
 */
export function get(node, key) {
  if (node === null || typeof node !== 'object') return undefined;
  const record = /** @type {Node} */ (node);
  if (Object.hasOwn(record, key)) return record[key];
  const actual = plainKeys(record).get(key.toLowerCase());
  return actual === undefined ? undefined : record[actual];
}

/** @type {WeakMap<Node, Map<string, string>>} */
const KEYS = new WeakMap();

/**
 * A node's keys by how they are compared, the first of those alike: most of what is asked for is not there.
 * @param {Node} record
 */
function plainKeys(record) {
  const known = KEYS.get(record);
  if (known) return known;
  /** @type {Map<string, string>} */
  const keys = new Map();
  for (const name of Object.keys(record)) {
    const plain = name.toLowerCase().replace(/^schema:/, '');
    if (!keys.has(plain)) keys.set(plain, name);
  }
  KEYS.set(record, keys);
  return keys;
}

/**
 * The types of a node, without the vocabulary's address.
 * @param {unknown} node
 * @returns {string[]}
 */
export function typesOf(node) {
  const types = get(node, '@type') ?? get(node, 'type');
  return (Array.isArray(types) ? types : [types])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/i, ''));
}

/**
 * "4", 4, "4,0", "4/5" and {"ratingValue": 8, "bestRating": 10} alike.
 * @param {unknown} rating
 */
export function ratingOf(rating) {
  const written = typeof rating === 'object' ? firstOf(get(rating, 'ratingValue')) : rating;
  const found = /^\s*(\d+(?:[.,]\d+)?)\s*(?:\/\s*(\d+)|(%))?/.exec(String(written ?? ''));
  if (!found) return {};
  const value = Number(found[1].replace(',', '.'));
  const declaredBest = Number(String(firstOf(get(rating, 'bestRating')) ?? '').replace(',', '.'));
  const scale = found[3] ? 100 : found[2] ? Number(found[2]) : declaredBest > 0 ? declaredBest : 5;
  const best = value <= scale ? scale : value <= 10 ? 10 : 100;
  return { rating: value, best };
}

/**
 * The name of an author given as text, object, list or reference.
 * @param {unknown} author
 * @param {Map<string, Node>} byId
 * @returns {string | undefined}
 */
export function namedAuthor(author, byId) {
  for (const one of [author].flat(3)) {
    if (typeof one === 'string' && one.trim()) return plainWords(one);
    const known = get(one, 'name') === undefined ? byId.get(String(get(one, '@id'))) : one;
    const name = [get(known, 'name')].flat(2).map(words).find(Boolean);
    if (name) return name;
    const parts = [get(known, 'givenName'), get(known, 'familyName')].filter((part) => typeof part === 'string');
    if (parts.length) return plainWords(parts.join(' '));
  }
  return undefined;
}

/**
 * The words of a declared value, undefined where there are none.
 * @param {unknown} value
 */
export function words(value) {
  const one = firstOf(value);
  const text = typeof one === 'object' ? get(one, '@value') : one;
  return typeof text === 'string' || typeof text === 'number' ? plainWords(String(text)) || undefined : undefined;
}

/**
 * The words of a declared text, which may be given in parts.
 * @param {unknown} value
 */
export function text(value) {
  const parts = Array.isArray(value) ? value.flat(3).slice(0, 200).map(words) : [words(value)];
  return parts.filter(Boolean).join('\n\n') || undefined;
}

/**
 * The first of a list, at any depth, or the value itself.
 * @param {unknown} value
 */
export function firstOf(value) {
  let one = value;
  while (Array.isArray(one)) one = one[0];
  return one ?? undefined;
}
