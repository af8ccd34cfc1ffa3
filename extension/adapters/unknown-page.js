/** The door to the reader for pages nobody described: fetched only when a person asks. */

import { attempt, lookAt } from './known-page.js';
import { readUnknown } from './unknown.js';

/**
 * Read the shape of the page alone; `confidence` says how sure that is.
 * @param {Document} document
 * @param {string} url
 * @param {import('./reader.js').Options} options
 * @returns {import('./types.js').Page}
 */
export function readUnknownPage(document, url, options) {
  const { source, adapter, place } = lookAt(document, url, options);
  const { items, confidence } = attempt(() => readUnknown(source, adapter, place.listing), { items: [], confidence: 0 });
  return { adapter: adapter?.id ?? null, reader: items.length ? 'unknown' : null, ...place, items, confidence };
}
