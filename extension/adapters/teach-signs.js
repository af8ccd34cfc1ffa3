/** What somebody meant who pointed: all paragraphs, not one; the row of stars, not the one under the pointer. */

import { dateSign } from './date-signs.js';
import { ratingSign } from './rating-signs.js';
import { signature } from './repeated.js';
import { textOf } from './text.js';

/** @typedef {import('./teach.js').Part} Part */

const STEPS_UP = 4;
const LONGEST_NAME = 120;
const PIECES = 'p, br, ul, ol, blockquote';

/**
 * The element that was meant.
 * @param {Part} part
 * @param {Element} element
 * @param {Element | null} card
 * @returns {Element}
 */
export function meant(part, element, card) {
  if (part === 'rating') return wholeSign(element, card, (one) => ratingIn(one) !== undefined);
  if (part === 'date') return wholeSign(element, card, (one) => isDated(one));
  return part === 'text' || part === 'reply' ? wholeText(element, card) : element;
}

/**
 * The nearest box, not far around, that says something.
 * @param {Element} element
 * @param {Element | null} card
 * @param {(element: Element) => boolean} says
 */
function wholeSign(element, card, says) {
  let box = /** @type {Element | null} */ (element);
  for (let step = 0; box && box !== card && step <= STEPS_UP; step += 1, box = box.parentElement) if (says(box)) return box;
  return element;
}

/**
 * The box of all paragraphs, where somebody pointed at one of them.
 * @param {Element} text
 * @param {Element | null} card
 */
function wholeText(text, card) {
  let whole = text;
  for (let outer = text.parentElement; outer && outer !== card && outer.nodeName !== 'BODY'; outer = outer.parentElement) {
    if (![...outer.children].every((child) => child === whole || child.matches(PIECES))) break;
    if ([...outer.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''))) break;
    whole = outer;
  }
  return whole;
}

/**
 * The rating an element shows, by its own words or those of its parts.
 * @param {Element} element
 */
export function ratingIn(element) {
  for (const part of [element, ...element.querySelectorAll('*')]) {
    const sign = ratingSign(part);
    if (sign) return sign;
  }
  return undefined;
}

/** @param {Element} element */
export function isDated(element) {
  return [element, ...element.querySelectorAll('*')].slice(0, 12).some((one) => dateSign(one, {}) !== null);
}

/**
 * Whether what stands in another card is of the kind that was pointed at.
 * @param {Part} part
 * @param {Element} found
 * @param {Element[]} shown  what was pointed at
 */
export function isOfKind(part, found, shown) {
  if (part === 'rating') return shown.some((one) => ratingIn(one)) ? ratingIn(found) !== undefined : isAlike(found, shown);
  if (part === 'date') return shown.some(isDated) ? isDated(found) : isAlike(found, shown);
  const words = textOf(found, { cap: 500 });
  return part === 'author' ? words.length > 0 && words.length <= LONGEST_NAME : words.length > 0 || found.matches('textarea, input, button, [contenteditable]');
}

/**
 * @param {Element} found
 * @param {Element[]} shown
 */
export function isAlike(found, shown) {
  return shown.some((one) => signature(one) === signature(found));
}
