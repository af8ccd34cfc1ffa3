/** What an adapter must have to be one: told in sentences, for those who write adapters. */

import { isKind, isObject, recipes } from './recipe-shape.js';

const FIELDS = [
  'external_id', 'url', 'author', 'rating', 'title', 'text', 'posted_at', 'language', 'product', 'product_version',
];
const KEYS = [
  'id', 'name', 'verified', 'unverified', 'addresses', 'listing', 'reviews', 'state', 'fields', 'best', 'reply',
  'reply_box', 'reply_opener', 'limit', 'structured_id', 'notes',
];
const CHECKS = { path: 'pattern', structured_id: 'pattern', reviews: 'selectors' };
const STATE = { script: 'selector', after: 'pattern', reviews: 'texts', where: 'patterns', refs: 'text', anchor: 'text' };
const NEEDED = ['author', 'text', 'posted_at'];

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
  if (adapter.reviews !== undefined || adapter.state !== undefined) reading(adapter, say);
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
    if (!hosts || !address.hosts.every((/** @type {any} */ host) => /^(?:\*|(\*\.)?[a-z0-9.-]+)$/.test(host))) {
      say('Each address has "hosts" such as "*.example.com".');
    }
    if (!isKind(CHECKS, 'path', address?.path)) say('Each address has a "path": a pattern on the path and query.');
  }
}

/**
 * @param {any} adapter
 * @param {(sentence: string) => void} say
 */
function reading(adapter, say) {
  if (adapter.reviews !== undefined && !isKind(CHECKS, 'reviews', adapter.reviews)) say('"reviews" is a list of selectors of a review\'s element.');
  if (!isObject(adapter.fields)) return say('"fields" is missing: the recipes of each field.');
  for (const field of Object.keys(adapter.fields)) {
    if (!FIELDS.includes(field)) say(`"${field}" is not a field of a review; there are ${FIELDS.join(', ')}.`);
    recipes(adapter.fields[field], `fields.${field}`, say);
  }
  for (const field of NEEDED) if (!adapter.fields[field]) say(`The field "${field}" is missing.`);
  if (adapter.fields.rating && !(adapter.best > 0)) say('"best" is missing: the best rating of the site\'s scale.');
  if (adapter.state !== undefined) pageData(adapter.state, say);
  if (adapter.structured_id !== undefined && !isKind(CHECKS, 'structured_id', adapter.structured_id)) say('"structured_id" is not a pattern.');
  if (adapter.limit !== undefined && !(adapter.limit > 0)) say('"limit" is a number of characters.');
  if (adapter.reply) marks(adapter.reply.mark, say);
  for (const part of ['text', 'posted_at', 'author']) recipes(adapter.reply?.[part], `reply.${part}`, say);
  for (const part of ['reply_box', 'reply_opener']) recipes(adapter[part], part, say);
}

/**
 * @param {any} state
 * @param {(sentence: string) => void} say
 */
function pageData(state, say) {
  for (const key of ['script', 'reviews', 'id']) if (!state?.[key]) say(`"state.${key}" is missing.`);
  if (!isObject(state)) return;
  recipes(state.id, 'state.id', say);
  for (const [key, value] of Object.entries(state)) {
    if (key !== 'id' && !isKind(STATE, key, value)) say(`"state" has no such "${key}": ${JSON.stringify(value)}.`);
  }
}

/**
 * @param {any} list
 * @param {(sentence: string) => void} say
 */
function marks(list, say) {
  if (!Array.isArray(list) || !list.length) return say('"reply.mark" is a list of selectors: how a reply shows.');
  return recipes(list.map((way) => (typeof way === 'string' ? { select: way } : way)), 'reply.mark', say);
}
