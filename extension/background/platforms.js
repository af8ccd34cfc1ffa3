/** What platforms allow, as the API tells it: asked once a platform and session. */

import { call } from './api.js';
import { saved } from './saved.js';

/** @typedef {import('./shapes.js').Platform} Platform */

/**
 * Those being asked about now, so that two parts of a panel are one request.
 * @type {Map<string, Promise<Platform>>}
 */
const asking = new Map();

/**
 * @param {string} id
 * @returns {Promise<Platform>}
 */
export async function platformFacts(id) {
  const key = `platform ${(await saved()).address} ${id}`;
  const { [key]: known } = await chrome.storage.session.get(key);
  if (known) return /** @type {Platform} */ (known);
  const asked = asking.get(key) ?? fetched(id, key).finally(() => asking.delete(key));
  asking.set(key, asked);
  return asked;
}

/**
 * @param {string} id
 * @param {string} key
 * @returns {Promise<Platform>}
 */
async function fetched(id, key) {
  const told = await call('GET', `/platforms/${encodeURIComponent(id)}`);
  await chrome.storage.session.set({ [key]: told });
  return told;
}
