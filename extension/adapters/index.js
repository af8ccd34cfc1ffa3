/** The adapters that ship: found by a small index of their addresses, and only the one that is needed is fetched. */

import { adaptersFor } from './address.js';
import { faultsOf } from './shape.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {{id: string, addresses: import('./types.js').Address[]}} Known */

/**
 * What addresses.json says: each adapter's id and addresses, in the order in which they are asked.
 * @param {(name: string) => Promise<string>} getText the text of a file of this folder
 * @returns {Promise<Known[]>}
 */
export async function loadIndex(getText) {
  return JSON.parse(await getText('addresses.json'));
}

/**
 * The adapter of that id; null where it is missing or not well-formed.
 * @param {string} id
 * @param {(name: string) => Promise<string>} getText
 * @returns {Promise<Adapter | null>}
 */
export async function loadAdapter(id, getText) {
  try {
    const adapter = JSON.parse(await getText(`${id}.json`));
    return faultsOf(adapter).length ? null : adapter;
  } catch {
    return null;
  }
}

/**
 * The adapter whose addresses hold this one. One that cannot be used is passed over for the next.
 * @param {string} address
 * @param {Known[]} index
 * @param {(name: string) => Promise<string>} getText
 * @returns {Promise<Adapter | null>}
 */
export async function shippedFor(address, index, getText) {
  for (const { id } of adaptersFor(address, index)) {
    const adapter = await loadAdapter(id, getText);
    if (adapter) return adapter;
  }
  return null;
}
