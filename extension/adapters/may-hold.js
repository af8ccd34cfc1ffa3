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
  if (adapters.some((adapter) => isCard(document, adapter) || hasState(document, adapter)) || holds(document, DECLARED)) return true;
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
 * Does the page ship with JSON in which something stands where the reviews do? Where their place has no name of its own,
 * any JSON is a reason to read it.
 * @param {ParentNode} root
 * @param {Adapter} adapter
 */
function hasState(root, { state }) {
  const script = state?.reviews && first(root, state.script);
  if (!script) return false;
  const names = state.reviews.map((path) => path.split('.').at(-1) ?? '*');
  if (state.after !== undefined || names.some((name) => name.startsWith('*'))) return true;
  const filled = names.map((name) => new RegExp(`"${name.replace(/\W/g, '\\$&')}"\\s*:\\s*(?:\\[\\s*[^\\]\\s]|\\{\\s*[^}\\s])`));
  return filled.some((pattern) => pattern.test(script.textContent ?? ''));
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
function holds(root, selector) {
  return first(root, selector) !== null;
}

/**
 * @param {ParentNode} root
 * @param {string} selector  one this browser does not know finds nothing
 */
function first(root, selector) {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}
