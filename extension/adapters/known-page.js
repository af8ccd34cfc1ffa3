/** A page somebody described: whose it is, and what the adapters of its address read there. */

import { adaptersFor } from './address.js';
import { readCards } from './cards.js';
import { listingOf } from './listing.js';
import { pageDataOf } from './page-data.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./reader.js').Options} Options */

/**
 * What the first of the adapters that finds a review finds; no items where none does.
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 * @returns {import('./types.js').Page}
 */
export function readKnownPage(document, url, options) {
  const { mode = 'adapter' } = options;
  const look = lookAt(document, url, options);
  for (const adapter of mode === 'adapter' ? chosen(url, options) : []) {
    const { source, data, place } = adapter === look.adapter ? look : lookWith(adapter, document, url, options);
    const items = attempt(() => readCards(source, adapter, place.listing, data, options.kept?.of(adapter)), []);
    if (items.length) return { adapter: adapter.id, reader: 'adapter', ...place, items };
  }
  return { adapter: look.adapter?.id ?? null, reader: null, ...look.place, items: [] };
}

/**
 * What every way of reading needs to know first: whose page it is, what it ships with, and how its dates are said.
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 */
export function lookAt(document, url, options) {
  return lookWith(chosen(url, options)[0] ?? null, document, url, options);
}

/**
 * @param {Adapter | null} adapter
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 */
function lookWith(adapter, document, url, { now = new Date() }) {
  const dates = { language: document.documentElement?.lang || undefined, now };
  const source = { document, url: URL.parse(url) ?? new URL('about:blank'), dates };
  const data = adapter && attempt(() => pageDataOf(document, adapter), null);
  /** @type {ReturnType<typeof listingOf>} */
  const place = attempt(() => listingOf(source, adapter, data), { listing: null });
  return { source, adapter, data, place };
}

/**
 * @param {string} url
 * @param {Options} options
 * @returns {Adapter[]}
 */
function chosen(url, { adapters, adapter: named }) {
  return named ? adapters.filter(({ id }) => id === named).slice(0, 1) : attempt(() => adaptersFor(url, adapters), []);
}

/**
 * What `read` gives, or `otherwise` where a page breaks it: a page we cannot read must stay a page that works.
 * @template T
 * @param {() => T} read
 * @param {T} otherwise
 * @returns {T}
 */
export function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
