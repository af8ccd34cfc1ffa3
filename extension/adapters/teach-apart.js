/** Several kinds of pages of one site, taught one after the other: each keeps an adapter of its own. */

import { adaptersFor } from './address.js';

/** @typedef {import('./types.js').Adapter} Adapter */

const LONGEST_ID = 40;
const TAUGHT = 'taught on ';

/**
 * The adapter under an id that no other kind of page has; one that reads the page it was taught on is what it puts right.
 * @param {Adapter} adapter
 * @param {Adapter[]} others
 * @returns {Adapter}
 */
export function apartFrom(adapter, others) {
  const page = taughtOn(adapter);
  if (!page) return adapter;
  const places = JSON.stringify(adapter.addresses);
  const isAnother = (/** @type {Adapter} */ other) =>
    taughtOn(other) !== null && JSON.stringify(other.addresses) !== places && !adaptersFor(page, [other]).length;
  const taken = new Set(others.filter(isAnother).map(({ id }) => id));
  const words = (adapter.addresses[0].path.toLowerCase().match(/[a-z0-9]+/g) ?? ['page']).join('-');
  const ids = [adapter.id, suffixed(adapter.id, words)];
  while (ids.length <= taken.size + 2) ids.push(suffixed(adapter.id, `${words.slice(0, 15)}-${ids.length}`));
  return { ...adapter, id: ids.find((id) => !taken.has(id)) ?? adapter.id };
}

/**
 * @param {string} id
 * @param {string} words
 */
function suffixed(id, words) {
  const end = `-${words.slice(0, LONGEST_ID / 2).replace(/-$/, '')}`;
  return id.slice(0, LONGEST_ID - end.length) + end;
}

/**
 * The address of the page on which an adapter was taught; null where nobody taught it.
 * @param {Adapter} adapter
 */
function taughtOn({ unverified }) {
  const told = unverified?.evidence.find((one) => one.startsWith(TAUGHT));
  return told === undefined ? null : told.slice(TAUGHT.length).replace(/, [^,]*$/, '');
}
