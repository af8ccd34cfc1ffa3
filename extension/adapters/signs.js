/** The signs of ratings and dates that stand anywhere in a page. */

import { dateSign, settleOrder } from './date-signs.js';
import { ownText, ratingSign, settleScale } from './rating-signs.js';
import { signature } from './repeated.js';

/** @typedef {{ratings: Map<Element, import('./rating-signs.js').RatingSign>, dates: Map<Element, import('./date-signs.js').DateSign>}} Signs */

const MOST_ELEMENTS = 60_000;
const MOST_SIGNS = 4_000;
/** Elements looked at in one step. */
const MANY = 50;
/** Words that may hold a date beside the rating. */
const STARRED = /[★☆⭐].*\d{4}|\d{4}.*[★☆⭐]/u;
const UNSEEN = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD NAV SELECT IFRAME'.split(' '));

/** @returns {Signs} */
export const noSigns = () => ({ ratings: new Map(), dates: new Map() });

/**
 * All signs of a page, in steps.
 * @param {import('./cards.js').Source} source
 * @returns {Generator<void, Signs>}
 */
export function* signsOf({ document, dates: hints }) {
  const signs = noSigns();
  if (document.body) yield* addSigns(signs, document.body, hints);
  return settled(signs, hints);
}

/**
 * The signs below an element, added to others, in steps.
 * @param {Signs} signs
 * @param {Element} root
 * @param {import('./dates.js').DateHints} hints
 * @returns {Generator<void, void>}
 */
export function* addSigns(signs, root, hints) {
  let seen = 0;
  for (let here = after(root, root); here && seen < MOST_ELEMENTS; here = after(here, root), seen += 1) {
    if (UNSEEN.has(here.nodeName)) continue;
    if (seen % MANY === MANY - 1) yield;
    const own = ownText(here);
    const rating = signs.ratings.size < MOST_SIGNS ? ratingSign(here, own) : null;
    if (rating) signs.ratings.set(here, rating);
    const date = (rating && !STARRED.test(own)) || signs.dates.size >= MOST_SIGNS ? null : dateSign(here, hints, own);
    if (date) signs.dates.set(here, date);
  }
}

/**
 * Signs that their neighbours have settled: which number is the month, out of how many a bare one is.
 * @param {Signs} signs
 * @param {import('./dates.js').DateHints} hints
 */
export function settled(signs, hints) {
  settleOrder(signs.dates, hints);
  settleScale(signs.ratings, signature);
  return signs;
}

/**
 * The next element in the order of the page, without what stands in elements nobody sees.
 * @param {Element} element
 * @param {Element} root
 */
function after(element, root) {
  if (element.firstElementChild && !UNSEEN.has(element.nodeName)) return element.firstElementChild;
  let here = /** @type {Element | null} */ (element);
  while (here && here !== root && !here.nextElementSibling) here = here.parentElement;
  return here && here !== root ? here.nextElementSibling : null;
}
