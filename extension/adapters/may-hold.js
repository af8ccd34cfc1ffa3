/** Could reviews stand on this page? A cheap question, before anything is fetched to read them. */

import { JSON_LD, LISTED, MARKED } from './declared-signs.js';

/** @typedef {import('./types.js').Adapter} Adapter */

const DECLARED = [...Object.values(MARKED), ...Object.values(LISTED)].join();
/** A type or a list named review, in quotation marks as JSON has them, or as markup or a string in JSON does; no "reviewCount". */
const NAMED = /reviews?\s*(?:\\?["']|&quot;|&#0?34;)/i;

/**
 * True wherever the reader of these adapters, or of what pages declare, would find a review; now and then elsewhere, too.
 * @param {Document} document
 * @param {Adapter[]} adapters
 */
export function mayHoldReviews(document, adapters) {
  if (holds(document, DECLARED) || adapters.some((adapter) => isCard(document, adapter) || hasState(document, adapter))) return true;
  for (const script of document.querySelectorAll(JSON_LD)) if (NAMED.test(script.textContent ?? '')) return true;
  return false;
}

/**
 * The same of web components, in which only an adapter reads.
 * @param {ShadowRoot[]} roots
 * @param {Adapter[]} adapters
 */
export function someMayHold(roots, adapters) {
  return roots.some((root) => adapters.some((adapter) => isCard(root, adapter)));
}

/**
 * @param {ParentNode} root
 * @param {Adapter} adapter
 */
function isCard(root, { reviews = [] }) {
  return reviews.some((selector) => holds(root, selector));
}

/**
 * @param {ParentNode} root
 * @param {Adapter} adapter
 */
function hasState(root, { state }) {
  return Boolean(state?.reviews && holds(root, state.script));
}

/**
 * @param {ParentNode} root
 * @param {string} selector  one this browser does not know finds nothing
 */
function holds(root, selector) {
  try {
    return root.querySelector(selector) !== null;
  } catch {
    return false;
  }
}
