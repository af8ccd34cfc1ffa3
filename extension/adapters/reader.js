/** The page reader: which reviews stand on this page, and where. */

import { readKnownPage } from './known-page.js';
import { attempt, lookAt } from './look.js';
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
  const known = readKnownPage(document, url, options);
  const { mode = 'adapter', adapter: named } = options;
  return known.items.length || (named && mode === 'adapter') ? known : readDeclared(document, url, options);
}

/**
 * Read what a page declares of reviews for machines.
 * @param {Document} document
 * @param {string} url
 * @param {Options} options
 * @returns {import('./types.js').Page}
 */
export function readDeclared(document, url, options) {
  const { source, adapter, place } = lookAt(document, url, options);
  const items = attempt(() => readStructured(source, adapter, place.listing), []);
  return { adapter: adapter?.id ?? null, reader: items.length ? 'structured' : null, ...place, items };
}
