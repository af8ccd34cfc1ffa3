/** The door to the reader for pages nobody described: fetched only when a person asks. */

import { attempt, lookAt } from './look.js';
import { inTurns } from './steps.js';
import { readUnknown, unknownSteps } from './unknown.js';

/** @typedef {import('./types.js').Page} Page */

const NONE = { items: [], confidence: 0 };

/**
 * Read the shape of the page alone; `confidence` says how sure that is.
 * @param {Document} document
 * @param {string} url
 * @param {import('./reader.js').Options} options
 * @returns {Page}
 */
export function readUnknownPage(document, url, options) {
  const { source, adapter, place } = lookAt(document, url, options);
  const found = attempt(() => readUnknown(source, adapter, place.listing), NONE);
  return { adapter: adapter?.id ?? null, reader: found.items.length ? 'unknown' : null, ...place, ...found };
}

/**
 * As `readUnknownPage`, without holding up the page: of a long one this takes half a second, in which people scroll.
 * @param {Document} document
 * @param {string} url
 * @param {import('./reader.js').Options} options
 * @returns {Promise<Page>}
 */
export async function readUnknownInTurns(document, url, options) {
  const { source, adapter, place } = lookAt(document, url, options);
  const found = await inTurns(unknownSteps(source, adapter, place.listing)).catch(() => NONE);
  return { adapter: adapter?.id ?? null, reader: found.items.length ? 'unknown' : null, ...place, ...found };
}
