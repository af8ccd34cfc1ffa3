/** Signs of a rating on a page nobody described: words, stars, rows of icons, widths and class names that say how many. */

import { glyphRow, iconRow, looseIcons } from './rating-icons.js';
import { HINT, glyphs, glyphsAmong, hinted, inParts, inWords, loneNumber, number } from './rating-words.js';

/** @typedef {{element: Element, value: number, best: number, strength: number, lone?: boolean}} RatingSign `lone`: a bare number, whose scale its neighbours settle */

const COUNT = /count|number|total|votes|helpful|average/i;
const VERDICT = /^(?:(?<down>not recommended|thumbs? ?down|negative)|recommended|thumbs? ?up|positive)(?: feedback)?(?: rating)?$/i;
const NAMED = /(?:star|rating|rate|score|bubble)s?(?:[-_]{0,2}(?:value|v|large|small|medium|regular|mini|size|md|sm|lg))?[-_]{0,2}(\d{1,3})(?:[-_.](\d))?(?:[-_]?stars?)?$/i;
const NAMES = /(?:star|rating|rate|score|bubble).*\d/i;
/** What a person presses to give a rating shows none. */
const ASKING = /^(?:button|radio|option|label|input|menuitem\w*)$/i;
const SAID = new Set(['aria-label', 'title', 'alt', 'content']);
const NUMBERED = new Set(['data-rating', 'data-score', 'data-stars', 'data-star', 'data-rate', 'data-value', 'data-rateit-value', 'rating', 'value', 'score']);

/**
 * What an element itself says of a rating; null where it says none. Averages of many are no rating.
 * @param {Element} element
 * @param {string} [own] its own words, where they are known
 * @returns {RatingSign | null}
 */
export function ratingSign(element, own = ownText(element)) {
  if (ASKING.test(element.getAttribute('role') ?? element.nodeName)) return null;
  const said = inAttributes(element) ?? inOwnWords(element, own) ?? drawn(element) ?? byName(element);
  if (!said) return null;
  const best = said.best || (said.value > 5 ? 10 : 5);
  if (said.value > best || said.value < 0 || (said.value === 0 && best > 1)) return null;
  return { element, value: said.value, best, strength: said.strength, ...(!said.best && { lone: true }) };
}

/**
 * Bare numbers in the same places of a page have one scale: where one of them is 8, none of them is out of five.
 * @param {Map<Element, RatingSign>} ratings
 * @param {(element: Element) => string} place
 */
export function settleScale(ratings, place) {
  const lone = [...ratings.values()].filter((sign) => sign.lone);
  /** @type {Map<string, number>} */
  const highest = new Map();
  for (const { element, best } of lone) highest.set(place(element), Math.max(best, highest.get(place(element)) ?? 0));
  for (const sign of lone) sign.best = highest.get(place(sign.element)) ?? sign.best;
}

/** @param {Element} element */
function inAttributes(element) {
  for (const name of element.getAttributeNames()) {
    const words = SAID.has(name) || NUMBERED.has(name) ? element.getAttribute(name) ?? '' : '';
    if (!words || words.length > 80) continue;
    const read = SAID.has(name) ? inWords(words) ?? verdict(element, words) : null;
    if (read) return { ...read, strength: 5 };
    if (!NUMBERED.has(name) || element.nodeName === 'INPUT' || !/^\s*\d{1,2}(?:[.,]\d+)?\s*$/.test(words)) continue;
    const value = number(words);
    const meant = value > 0 && value <= 10 && ((name !== 'value' && name !== 'data-value') || hinted(element));
    if (meant) return { value, best: value > 5 ? 10 : 5, strength: 4 };
  }
  return null;
}

/**
 * @param {Element} element
 * @param {string} own
 */
function inOwnWords(element, own) {
  if (own.length > 40) return null;
  const read = own ? glyphs(own) ?? inWords(own) ?? glyphsAmong(own) ?? loneNumber(element, own, isScore) ?? inParts(element) : inParts(element);
  return read && { ...read, strength: read.best ? 4 : 2 };
}

/** @param {Element} element whether its name speaks of a score, and not of how many there are */
function isScore(element) {
  const names = element.getAttribute('class') ?? '';
  return HINT.test(names) && !COUNT.test(names);
}

/**
 * A thumb or a verdict, as a picture; what asks whether a review helped is a button.
 * @param {Element} element
 * @param {string} words
 */
function verdict(element, words) {
  const found = VERDICT.exec(words.trim());
  if (!found || element.closest('button, [role="button"], label, a')) return null;
  return { value: found.groups?.down ? 0 : 1, best: 1 };
}

/**
 * A bar cut off at a percentage, or stars in a row.
 * @param {Element} element
 */
function drawn(element) {
  const style = element.getAttribute('style') ?? '';
  const width = /(?:^|[;\s])width:\s*(\d{1,3}(?:\.\d+)?)%/i.exec(style);
  if (width && hinted(element)) return { value: Math.round(Number(width[1])) / 20, best: 5, strength: 3 };
  const property = /--[\w-]*(?:rating|stars?|score)[\w-]*:\s*([0-5](?:\.\d+)?)\s*(?:;|$)/i.exec(style);
  if (property) return { value: Number(property[1]), best: 5, strength: 3 };
  return iconRow(element) ?? glyphRow(element) ?? looseIcons(element);
}

/** @param {Element} element a class such as "star-4" or "bubble_45", unless its neighbours carry the other numbers */
function byName(element) {
  if (!NAMES.test(element.getAttribute('class') ?? '')) return thumb(element);
  if (element.childElementCount < 3 && /^\s*\d[\d.,\s]*$/.test(element.textContent ?? '')) return null;
  for (const token of element.classList) {
    const found = NAMED.exec(token);
    const value = found ? scaled(Number(found[1]), found[2]) : 0;
    if (value && !numberedNeighbours(element, token)) return { value, best: 5, strength: 2 };
  }
  return thumb(element);
}

/**
 * @param {number} whole
 * @param {string | undefined} part
 */
function scaled(whole, part) {
  if (whole <= 5) return part === undefined ? whole : whole + Number(`0.${part}`);
  if (whole <= 50 && whole % 5 === 0) return whole / 10;
  return whole <= 100 && whole % 10 === 0 ? whole / 20 : 0;
}

/**
 * @param {Element} element
 * @param {string} token
 */
function numberedNeighbours(element, token) {
  const stem = token.replace(/\d+/g, '');
  return [element.previousElementSibling, element.nextElementSibling].some((neighbour) =>
    [...(neighbour?.classList ?? [])].some((other) => other !== token && other.replace(/\d+/g, '') === stem));
}

/** @param {Element} element a thumb drawn beside a review, not the button that asks whether it helped */
function thumb(element) {
  if (element.nodeName !== 'IMG' || element.closest('button, [role="button"], label')) return null;
  const found = /thumbs?[-_ ]?(up|down)/i.exec(element.getAttribute('src') ?? '');
  return found && { value: found[1].toLowerCase() === 'up' ? 1 : 0, best: 1, strength: 1 };
}

/** @param {Element} element */
export function ownText(element) {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === Node.TEXT_NODE) text += /** @type {Text} */ (node).data;
  return text && text.replace(/\s+/g, ' ').trim();
}
