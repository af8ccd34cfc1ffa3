/** The page reader: which reviews stand on this page, and where. */

import { adaptersFor } from './address.js';
import { readCards } from './cards.js';
import { listingOf } from './listing.js';
import { pageDataOf } from './page-data.js';
import { readStructured } from './structured.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/**
 * `adapter` names one to be used whatever the address, and nothing else then; `now` is the day of reading, null for a
 * page saved on a day we do not know; with `kept` only the cards that changed are read again.
 * @typedef {{adapters: Adapter[], mode?: 'adapter' | 'structured', adapter?: string, now?: Date | null,
 *   kept?: import('./kept-cards.js').KeptPage}} Options
 */

/**
 * Read a page as it stands now. Safe to call again after every change of the page, on any page at all: it never throws,
 * never asks for layout and changes nothing. The adapters of the address read first, until one finds a review (a site may
 * show two faces, or have gone back to an older one); where none does, or with `mode: "structured"`, the page's schema.org
 * data is read.
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 * @returns {import('./types.js').Page}
 */
export function readPage(document, url, options) {
  const { mode = 'adapter', adapter: named } = options;
  const look = lookAt(document, url, options);
  for (const adapter of mode === 'adapter' ? chosen(url, options) : []) {
    const { source, data, place } = adapter === look.adapter ? look : lookWith(adapter, document, url, options);
    const items = attempt(() => readCards(source, adapter, place.listing, data, options.kept?.of(adapter)), []);
    if (items.length) return { adapter: adapter.id, reader: 'adapter', ...place, items };
  }
  const { source, adapter, place } = look;
  const items = named && mode === 'adapter' ? [] : attempt(() => readStructured(source, adapter, place.listing), []);
  return { adapter: adapter?.id ?? null, reader: items.length ? 'structured' : null, ...place, items };
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
