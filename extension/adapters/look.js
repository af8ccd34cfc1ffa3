/** A first look at a page: whose it is, before anything of it is read. */

import { adaptersFor } from './address.js';
import { listingOf } from './listing.js';
import { pageDataOf } from './page-data.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./reader.js').Options} Options */

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
 * As `lookAt`, with this adapter.
 * @param {Adapter | null} adapter
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 */
export function lookWith(adapter, document, url, { now = new Date() }) {
  const dates = { language: document.documentElement?.lang || undefined, now };
  const source = { document, url: URL.parse(url) ?? new URL('about:blank'), dates };
  const data = adapter && attempt(() => pageDataOf(document, adapter), null);
  /** @type {ReturnType<typeof listingOf>} */
  const place = attempt(() => listingOf(source, adapter, data), { listing: null });
  return { source, adapter, data, place };
}

/**
 * The adapters of an address, or the one that was named.
 * @param {string} url
 * @param {Options} options
 * @returns {Adapter[]}
 */
export function chosen(url, { adapters, adapter: named }) {
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
