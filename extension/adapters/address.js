/** Which adapters an address belongs to. */

import { longestFor } from './pattern-time.js';

/** @typedef {import('./types.js').Address} Address */

/**
 * Those whose addresses hold this one, in their order: adapters, or what the index says of them.
 * @template {{addresses: Address[]}} A
 * @param {string} address
 * @param {A[]} adapters
 * @returns {A[]}
 */
export function adaptersFor(address, adapters) {
  const url = URL.parse(address);
  return url ? adapters.filter(({ addresses }) => addresses.some((known) => holds(known, url))) : [];
}

/**
 * "*.example.com" is example.com and everything below it; "*" is any site, for shops at their own address.
 * @param {Address} known
 * @param {URL} url
 */
function holds({ hosts, path }, url) {
  const host = url.hostname.replace(/\.$/, '');
  const named = hosts.some((name) =>
    name === '*' ? true : name.startsWith('*.') ? host === name.slice(2) || host.endsWith(name.slice(1)) : host === name,
  );
  return named && /^https?:$/.test(url.protocol) && fits(path, url.pathname + url.search);
}

/**
 * @param {string} path  a pattern; one this browser does not know fits nothing
 * @param {string} words
 */
function fits(path, words) {
  try {
    return new RegExp(path, 'iu').test(words.slice(0, longestFor(path)));
  } catch {
    return false;
  }
}
