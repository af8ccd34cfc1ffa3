/** Reviews a page declares for machines (schema.org, in JSON-LD and in microdata), tied to the cards people see. */

import { MOST_REVIEWS, likenessOf, reviewOf, short } from './review.js';
import { declaredInJson, onlyThing } from './json-ld.js';
import { declaredInMarkup } from './microdata.js';
import { declaredInLists } from './shop-lists.js';
import { placeItems } from './placing.js';
import { matched } from './values.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */
/**
 * `order` is the place among its neighbours, which alone tells two silent ratings of one day apart.
 * @typedef {import('./review.js').Raw & {order: number, element?: Element | null, anchor?: string}} Declared
 */

/**
 * The reviews the page declares, each once however often it is declared.
 * @param {{document: Document, url: URL, dates: import('./dates.js').DateHints}} source
 * @param {Adapter | null} adapter the platform's, which names platform and listing even where it could not read
 * @param {string | null} listing
 * @returns {Item[]}
 */
export function readStructured(source, adapter, listing) {
  const page = { document: source.document, url: source.url };
  /** @type {Map<string, {item: Item, anchor?: string}>} */
  const found = new Map();
  const declared = merged(declaredInJson(page), declaredInMarkup(page));
  const all = merged(declaredInLists(page), declared);
  const thing = all.some(({ product }) => !product) ? onlyThing(source.document) : undefined;
  for (const raw of all) {
    raw.product ??= thing;
    const item = itemOf(raw, source, adapter, listing);
    const key = item && likenessOf(item.review, raw.order);
    if (item && key && !found.has(key) && found.size < MOST_REVIEWS) found.set(key, { item, anchor: raw.anchor });
  }
  const items = [...found.values()].map(({ item }) => item);
  dropSharedIds(items);
  placeItems(source.document, [...found.values()]);
  return items;
}

/**
 * An id that several reviews carry is the list's or the page's, and names none of them.
 * @param {Item[]} items
 */
function dropSharedIds(items) {
  const ids = items.map(({ review }) => review.external_id);
  const shared = new Set(ids.filter((id, index) => id !== undefined && ids.indexOf(id) !== index));
  for (const { review } of items) if (shared.has(review.external_id)) delete review.external_id;
}

/**
 * Two kinds of declaration as one list: what a page says in JSON and again in its markup is one review, which then
 * keeps its words from the first and what that does not know, such as its place, from the second.
 * @param {Declared[]} first
 * @param {Declared[]} second
 * @returns {Declared[]}
 */
function merged(first, second) {
  if (!first.length || !second.length) return [...first, ...second];
  const known = new Map(first.map((raw) => [twinKey(raw), raw]));
  const others = second.filter((raw) => {
    const twin = known.get(twinKey(raw));
    if (twin) twin.element ??= raw.element;
    if (twin) twin.title ??= raw.title;
    return !twin;
  });
  return [...first, ...others];
}

/** @param {Declared} raw who said what, whatever the signs between the words; without words also when and how many stars */
function twinKey({ author, text, title, posted_at, rating }) {
  const said = String(text ?? title ?? '').slice(0, 2_000);
  const words = (said.replace(/[^\p{L}\p{N}]+/gu, '') || said).slice(0, 200);
  return JSON.stringify([short(author), words, words ? null : [String(posted_at).slice(0, 10), Number(rating)]]);
}

/**
 * @param {Declared} raw
 * @param {Parameters<typeof readStructured>[0]} source
 * @param {Adapter | null} adapter
 * @param {string | null} listing
 * @returns {Item | null}
 */
function itemOf(raw, source, adapter, listing) {
  const { element = null, anchor: _anchor, order: _order, ...rest } = raw;
  const id = rest.external_id === undefined ? undefined : String(rest.external_id);
  const external_id = id && adapter?.structured_id ? matched(adapter.structured_id, id) : id;
  const own = { ...(adapter && { platform: adapter.id }), ...(listing && { listing }) };
  const review = reviewOf({ ...rest, external_id, ...own }, source);
  // Words are no address, and an address no words: a declared title alone is a heading, not a review.
  if (!review || (!review.text && !review.rating)) return null;
  review.url ??= webPage(source.url);
  if (!review.url) delete review.url;
  return { review, element, replyBox: nothing, replyOpener: nothing, replyElement: nothing };
}

/**
 * The address of a page on the web, as a review may name it; undefined of a saved file.
 * @param {URL} url
 */
export function webPage(url) {
  return /^https?:$/.test(url.protocol) ? url.href.slice(0, 500) : undefined;
}

/** Nothing on a page tells a stranger where its reply box is. */
export function nothing() {
  return null;
}
