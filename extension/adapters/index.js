/** The adapters there are, and which of them an address belongs to. */

import { faultsOf } from './shape.js';
import { wordsOf } from './values.js';
import { refsOf, stateOf } from './page-data.js';

/** @typedef {import('./types.js').Adapter} Adapter */

/**
 * The adapters named in list.json. One that is not well-formed is left out: the others still read.
 * @param {(name: string) => Promise<string>} getText the text of a file of this folder
 * @returns {Promise<Adapter[]>}
 */
export async function loadAdapters(getText) {
  const names = /** @type {string[]} */ (JSON.parse(await getText('list.json')));
  const loaded = await Promise.all(names.map((name) => loadAdapter(name, getText)));
  return loaded.filter((adapter) => adapter !== null);
}

/**
 * @param {string} name
 * @param {(name: string) => Promise<string>} getText
 * @returns {Promise<Adapter | null>}
 */
async function loadAdapter(name, getText) {
  try {
    const adapter = JSON.parse(await getText(name));
    return faultsOf(adapter).length ? null : adapter;
  } catch {
    return null;
  }
}

/**
 * The adapter whose addresses hold this one.
 * @param {string} address
 * @param {Adapter[]} adapters
 * @returns {Adapter | null}
 */
export function adapterFor(address, adapters) {
  const url = parsed(address);
  if (!url) return null;
  return adapters.find((adapter) => adapter.addresses.some((known) => holds(known, url))) ?? null;
}

/**
 * Our place on the platform this page is of, and its name where the page tells.
 * @param {Document} document
 * @param {string} address
 * @param {Adapter | null} adapter
 * @returns {{listing: string | null, listingName?: string}}
 */
export function listingOf(document, address, adapter) {
  const url = parsed(address);
  if (!adapter || !url) return { listing: null };
  const state = stateOf(document, adapter);
  const place = { document, url, card: null, record: undefined, state, refs: refsOf(state, adapter) };
  const key = wordsOf(adapter.listing.key, place);
  const name = wordsOf(adapter.listing.name, place)?.slice(0, 200);
  return { listing: key ? `${adapter.id}:${key.slice(0, 190)}` : null, ...(name && { listingName: name }) };
}

/** @param {string} address */
function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * "*.example.com" is example.com and everything below it; "*" is any site, for shops at their own address.
 * @param {import('./types.js').Address} known
 * @param {URL} url
 */
function holds({ hosts, path }, url) {
  const host = url.hostname.replace(/\.$/, '');
  const named = hosts.some((name) =>
    name === '*' ? true : name.startsWith('*.') ? host === name.slice(2) || host.endsWith(name.slice(1)) : host === name,
  );
  return named && /^https?:$/.test(url.protocol) && new RegExp(path, 'iu').test(url.pathname + url.search);
}
