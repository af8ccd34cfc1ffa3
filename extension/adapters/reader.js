/** The page reader: which reviews stand on this page, and where. */

import { adapterFor, listingOf } from './index.js';
import { readCards } from './cards.js';
import { readStructured } from './structured.js';
import { readUnknown } from './unknown.js';

/** @typedef {import('./types.js').Adapter} Adapter */

/**
 * Read a page as it stands now. Safe to call again after every change of the page, on any page at all: it never throws,
 * never asks for layout and changes nothing. The adapter of the address reads first; where it finds no review,
 * or with `mode: "structured"`, the page's schema.org data is read. With `mode: "unknown"`, which only a person may ask for,
 * the shape of the page alone is read, and `confidence` says how sure that is.
 * @param {Document} document
 * @param {string} url
 * @param {{adapters: Adapter[], mode?: 'adapter' | 'structured' | 'unknown', adapter?: string, now?: Date | null}} options
 *   `adapter` names one to be used whatever the address, and nothing else then; `now` is the day of reading, null for a
 *   page saved on a day we do not know
 * @returns {import('./types.js').Page}
 */
export function readPage(document, url, { adapters, mode = 'adapter', adapter: named, now = new Date() }) {
  const adapter = named ? (adapters.find(({ id }) => id === named) ?? null) : adapterFor(url, adapters);
  const place = attempt(() => listingOf(document, url, adapter), { listing: null });
  const page = attempt(() => new URL(url), new URL('about:blank'));
  const source = { document, url: page, dates: { language: document.documentElement?.lang || undefined, now } };
  if (mode === 'unknown') {
    const { items, confidence } = attempt(() => readUnknown(source, adapter, place.listing), { items: [], confidence: 0 });
    return { adapter: adapter?.id ?? null, reader: items.length ? 'unknown' : null, ...place, items, confidence };
  }
  /** @type {import('./types.js').Item[]} */
  let items = [];
  if (mode === 'adapter' && adapter) items = attempt(() => readCards(source, adapter, place.listing), []);
  /** @type {import('./types.js').Page['reader']} */
  let reader = items.length ? 'adapter' : null;
  if (!items.length && !(named && mode === 'adapter')) {
    items = attempt(() => readStructured(source, adapter, place.listing), []);
    reader = items.length ? 'structured' : null;
  }
  return { adapter: adapter?.id ?? null, reader, ...place, items };
}

/**
 * What `read` gives, or `otherwise` where a page breaks it: a page we cannot read must stay a page that works.
 * @template T
 * @param {() => T} read
 * @param {T} otherwise
 * @returns {T}
 */
function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
