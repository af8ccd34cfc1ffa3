/** A page somebody described: what the adapters of its address read there. */

import { readCards } from './cards.js';
import { attempt, chosen, lookAt, lookWith } from './look.js';

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
