/** The team's listings as the API last told them: what decides, without a request, whether a page is ours. */

import { call } from './api.js';
import { save } from './saved.js';

/** @typedef {import('./shapes.js').Listing} Listing */

/**
 * Keep what the API said are ours.
 * @param {Listing[]} listings
 */
export async function keepListings(listings) {
  await save(() => ({ listings }));
}

/**
 * Ask the API which listings are ours, and keep them.
 * @returns {Promise<Listing[]>}
 */
export async function refreshListings() {
  const told = await call('GET', '/listings');
  /** @type {Listing[]} */
  const listings = Array.isArray(told) ? told : told.items;
  await keepListings(listings);
  return listings;
}
