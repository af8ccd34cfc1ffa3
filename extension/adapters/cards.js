/** An adapter at work: the reviews of a page, read from their cards and from the JSON the page ships with. */

import { MOST_REVIEWS, once, reviewOf } from './review.js';
import { at, elementOf, first, valueOf, wordsOf } from './values.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {{document: Document, url: URL, dates: import('./dates.js').DateHints}} Source */

/** Parsed page JSON by its script, so that reading again after a change of the page is cheap.
 * @type {WeakMap<Element, {source: string, data: unknown}>} */
const PARSED = new WeakMap();
const LARGEST_STATE = 20_000_000;

/**
 * The reviews an adapter finds.
 * @param {Source} source
 * @param {Adapter} adapter
 * @param {string | null} listing
 * @returns {Item[]}
 */
export function readCards(source, adapter, listing) {
  const state = stateOf(source.document, adapter);
  const records = recordsOf(state, adapter);
  const items = [];
  for (const card of cardsOf(source.document, adapter).slice(0, MOST_REVIEWS * 2)) {
    const item = itemOf({ ...source, card, record: undefined, state }, adapter, records, listing, source);
    if (item) items.push(item);
  }
  return once(items);
}

/**
 * The JSON an adapter's pages ship with, undefined where there is none.
 * @param {Document} document
 * @param {Adapter} adapter
 * @returns {unknown}
 */
export function stateOf(document, adapter) {
  const script = adapter.state ? first(document, adapter.state.script) : null;
  const source = script?.textContent ?? '';
  if (!script || !source || source.length > LARGEST_STATE) return undefined;
  const known = PARSED.get(script);
  if (known?.source === source) return known.data;
  let data;
  try {
    data = JSON.parse(source);
  } catch {
    data = undefined;
  }
  PARSED.set(script, { source, data });
  return data;
}

/**
 * @param {Document} document
 * @param {Adapter} adapter
 * @returns {Element[]}
 */
function cardsOf(document, adapter) {
  for (const selector of adapter.reviews ?? []) {
    try {
      const found = document.querySelectorAll(selector);
      if (found.length) return [...found];
    } catch {
      // A selector this browser does not know finds nothing; the next may.
    }
  }
  return [];
}

/**
 * @param {unknown} state
 * @param {Adapter} adapter
 * @returns {Map<string, unknown>}
 */
function recordsOf(state, adapter) {
  const records = new Map();
  for (const path of adapter.state?.reviews ?? []) {
    const found = at(state, path);
    for (const record of Array.isArray(found) ? found : [found]) {
      const id = at(record, adapter.state?.id ?? 'id');
      if (id !== undefined && !records.has(String(id))) records.set(String(id), record);
    }
  }
  return records;
}

/**
 * @param {Place} place
 * @param {Adapter} adapter
 * @param {Map<string, unknown>} records
 * @param {string | null} listing
 * @param {Source} source
 * @returns {Item | null}
 */
function itemOf(place, adapter, records, listing, source) {
  const fields = adapter.fields ?? {};
  const external_id = wordsOf(fields.external_id, place);
  place.record = external_id === undefined ? undefined : records.get(external_id);
  const values = Object.fromEntries(Object.keys(fields).map((field) => [field, valueOf(fields[field], place)]));
  const own = { platform: adapter.id, external_id, best: adapter.best, ...(listing && { listing }) };
  const review = reviewOf({ ...values, ...own, reply: replyOf(place, adapter) }, source);
  return review && { review, element: place.card, ...doors(place, adapter) };
}

/**
 * @param {Place} place
 * @param {Adapter} adapter
 */
function replyOf(place, adapter) {
  const { reply } = adapter;
  if (!reply) return undefined;
  const text = wordsOf(reply.text, place);
  if (text === undefined && !mark(place, adapter)) return undefined;
  return { text, posted_at: wordsOf(reply.posted_at, place), author: wordsOf(reply.author, place) };
}

/**
 * @param {Place} place
 * @param {Adapter} adapter
 */
function mark(place, adapter) {
  return elementOf(adapter.reply?.mark.map((select) => ({ select })), place);
}

/**
 * Where a reply is, or would be written; looked for when asked, because pages put the box there late.
 * @param {Place} place
 * @param {Adapter} adapter
 */
function doors(place, adapter) {
  return {
    replyBox: () => elementOf(adapter.reply_box, place),
    replyOpener: () => elementOf(adapter.reply_opener, place),
    replyElement: () => mark(place, adapter),
  };
}
