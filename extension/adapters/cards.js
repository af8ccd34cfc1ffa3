/** An adapter at work: the reviews of a page, read from their cards and from the JSON the page ships with. */

import { MOST_REVIEWS, once, reviewOf } from './review.js';
import { recordsOf } from './page-data.js';
import { openRoots } from './open-roots.js';
import { placeItems } from './placing.js';
import { elementOf, valueOf, wordsOf } from './values.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {{document: Document, url: URL, dates: import('./dates.js').DateHints}} Source */

/**
 * The reviews an adapter finds: the page's cards, or, where it has none, the reviews in the JSON the page ships with,
 * each placed where its words are shown.
 * @param {Source} source
 * @param {Adapter} adapter
 * @param {string | null} listing
 * @param {import('./page-data.js').PageData | null} data  the JSON the page ships with
 * @param {import('./kept-cards.js').KeptCards} [kept]  what was read of cards before
 * @returns {Item[]}
 */
export function readCards(source, adapter, listing, data, kept) {
  const shared = { ...source, state: data?.data, refs: data?.refs, around: new Map() };
  const records = recordsOf(data, source, adapter, listing);
  const cards = cardsOf(source.document, adapter).slice(0, MOST_REVIEWS * 2);
  const read = (/** @type {Element} */ card) => itemOf({ ...shared, card, record: undefined }, adapter, records, listing, source);
  kept?.turn(listing, data, source.url.href.split('#')[0], pageWords(shared, adapter));
  const items = cards.map((card) => (kept ? kept.item(card, () => read(card)) : read(card)));
  const found = once(items.filter((item) => item !== null));
  return found.length ? found : readRecords(shared, adapter, records, listing, source);
}

/**
 * @param {Omit<Place, 'card' | 'record'>} shared
 * @param {Adapter} adapter
 * @param {Map<string, unknown>} records
 * @param {string | null} listing
 * @param {Source} source
 * @returns {Item[]}
 */
function readRecords(shared, adapter, records, listing, source) {
  const found = [];
  for (const [id, record] of records) {
    const item = itemOf({ ...shared, card: null, record }, adapter, records, listing, source);
    if (item) found.push({ item, anchor: adapter.state?.anchor?.replace('{}', () => item.review.external_id ?? id) });
  }
  placeItems(source.document, found);
  return found.map(({ item }) => item);
}

/**
 * What the cards' fields take from the page around them.
 * @param {Omit<Place, 'card' | 'record'>} shared
 * @param {Adapter} adapter
 */
function pageWords(shared, { fields = {} }) {
  const recipes = Object.values(fields).flat().filter(({ within }) => within === 'page');
  return JSON.stringify(recipes.map((recipe) => valueOf([recipe], { ...shared, card: null, record: undefined })));
}

/**
 * @param {Document} document
 * @param {Adapter} adapter
 * @returns {Element[]}
 */
function cardsOf(document, adapter) {
  const found = cardsIn(document, adapter);
  return found.length || !adapter.reviews ? found : openRoots(document).flatMap((root) => cardsIn(root, adapter));
}

/**
 * @param {ParentNode} root
 * @param {Adapter} adapter
 * @returns {Element[]}
 */
function cardsIn(root, adapter) {
  for (const selector of adapter.reviews ?? []) {
    try {
      const found = root.querySelectorAll(selector);
      if (found.length) return [...found];
    } catch {
      // A selector this browser does not know finds nothing; the next may.
    }
  }
  return [];
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
  place.record ??= external_id === undefined ? undefined : records.get(external_id);
  /** @type {import('./review.js').Raw} */
  const raw = { platform: adapter.id, best: adapter.best, external_id, reply: replyOf(place, adapter) };
  for (const field of /** @type {(keyof import('./types.js').Review)[]} */ (Object.keys(fields))) {
    if (!Object.hasOwn(raw, field)) raw[field] = /** @type {any} */ (valueOf(fields[field], place));
  }
  if (listing) raw.listing = listing;
  const review = reviewOf(raw, source);
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
  return elementOf(adapter.reply?.mark.map((way) => (typeof way === 'string' ? { select: way } : way)), place);
}

/**
 * Where a reply is, or would be written; looked for when asked, because pages put the box there late.
 * @param {Place} read
 * @param {Adapter} adapter
 */
function doors(read, adapter) {
  const place = { ...read, around: undefined };
  return {
    replyBox: () => elementOf(adapter.reply_box, place),
    replyOpener: () => elementOf(adapter.reply_opener, place),
    replyElement: () => mark(place, adapter),
  };
}
