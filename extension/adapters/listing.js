/** Which of our places on a platform a page is of. */

import { wordsOf } from './values.js';

/**
 * Our place, and its name where the page tells.
 * @param {{document: Document, url: URL}} page
 * @param {import('./types.js').Adapter | null} adapter
 * @param {import('./page-data.js').PageData | null} data  the JSON the page ships with
 * @returns {{listing: string | null, listingName?: string}}
 */
export function listingOf(page, adapter, data) {
  if (!adapter) return { listing: null };
  const place = { ...page, card: null, record: undefined, state: data?.data, refs: data?.refs };
  const key = wordsOf(adapter.listing.key, place);
  const name = wordsOf(adapter.listing.name, place)?.slice(0, 200);
  return { listing: key ? `${adapter.id}:${key.slice(0, 190)}` : null, ...(name && { listingName: name }) };
}
