/** Reviews made of what a page gave: bounded, cleaned, without fields that are not known, each once. */

import { dayAgo } from './ago.js';
import { isoDate } from './dates.js';
import { UNTIDY } from './text.js';

/** @typedef {import('./types.js').Review} Review */
/** @typedef {import('./types.js').Item} Item */

export const MOST_REVIEWS = 1_000;
const LONGEST_TEXT = 100_000;
const LONGEST_FIELD = 500;
const FIELDS = /** @type {const} */ (['platform', 'external_id', 'listing', 'product', 'product_version', 'author', 'title']);

/**
 * @typedef {Partial<Record<keyof Review, unknown>> & {best?: number, reply?: {text?: unknown, posted_at?: unknown, author?: unknown}}} Raw
 * @typedef {import('./dates.js').DateHints & {ago?: boolean}} Dates `ago`: also days counted back from the day of reading
 *
 * A review of raw values, or null where the page gave neither words nor a rating.
 * @param {Raw} raw
 * @param {{url: URL, dates: import('./dates.js').DateHints}} page
 * @returns {Review | null}
 */
export function reviewOf(raw, page) {
  const rating = ratingOf(raw.rating, raw.best);
  const text = String(raw.text ?? '').slice(0, LONGEST_TEXT).trim();
  if (!text && !rating && !raw.title) return null;
  /** @type {Review} */
  const review = { text };
  for (const field of FIELDS) {
    const words = short(raw[field]);
    if (words) review[field] = words;
  }
  if (rating) review.rating = rating;
  setKnown(review, 'url', webAddress(raw.url, page.url));
  setKnown(review, 'language', languageOf(raw.language));
  // Without an id its date helps to name a review: one that moves with the day of reading would name it anew.
  const dates = { ...page.dates, ago: review.external_id !== undefined };
  setKnown(review, 'posted_at', dateOf(raw.posted_at, dates));
  if (raw.reply) review.reply = replyOf(raw.reply, dates);
  return review;
}

/**
 * The items without those seen before, and no more than we read of one page. What has the platform's id is told apart by it.
 * @param {Item[]} items
 * @returns {Item[]}
 */
export function once(items) {
  const seen = new Set();
  return items
    .filter(({ review }) => {
      const key = review.external_id ?? likenessOf(review);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_REVIEWS);
}

/**
 * Who said what of what, on which day: pages declare a review twice in a little different words. Without words every
 * detail counts, the place in its list too.
 * @param {Review} review
 * @param {number} [order]
 */
export function likenessOf({ author, posted_at, title, text, rating, product }, order) {
  const words = text.replace(/\s+/g, '').slice(0, 500);
  const when = words ? posted_at?.slice(0, 10) : [posted_at, title, order];
  return JSON.stringify([author, when, words, rating?.value, product]);
}

/**
 * A rating on the site's own scale; stars start above nothing, thumbs at 0 of 1.
 * @param {unknown} value
 * @param {number | undefined} best
 */
export function ratingOf(value, best = 5) {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(String(value).replace(',', '.').trim());
  if (!Number.isFinite(number) || number < 0 || number > best || (number === 0 && best > 1)) return undefined;
  return { value: number, best };
}

/**
 * Words on one line, within bounds; undefined for none.
 * @param {unknown} value
 */
export function short(value) {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const words = String(value);
  if (words.length <= LONGEST_FIELD && !UNTIDY.test(words)) return words || undefined;
  return words.slice(0, LONGEST_FIELD * 4).replace(/\s+/g, ' ').trim().slice(0, LONGEST_FIELD) || undefined;
}

/**
 * @template {keyof Review} K
 * @param {Review} review
 * @param {K} field
 * @param {Review[K] | undefined} value
 */
function setKnown(review, field, value) {
  if (value !== undefined) review[field] = value;
}

/**
 * @param {NonNullable<Raw['reply']>} raw
 * @param {Dates} dates
 */
function replyOf(raw, dates) {
  /** @type {import('./types.js').Reply} */
  const reply = { text: raw.text ? String(raw.text).slice(0, LONGEST_TEXT) : null };
  const posted = dateOf(raw.posted_at, dates);
  if (posted) reply.posted_at = posted;
  const author = short(raw.author);
  if (author) reply.author = author;
  return reply;
}

/**
 * @param {unknown} value
 * @param {Dates} dates
 */
function dateOf(value, dates) {
  if (typeof value !== 'string') return undefined;
  return isoDate(value, dates) ?? (dates.ago ? dayAgo(value, dates) : undefined);
}

/**
 * @param {unknown} value
 * @param {URL} base
 */
function webAddress(value, base) {
  if (typeof value !== 'string' || value.length > 2_000) return undefined;
  try {
    const url = /^https?:\/\//i.test(value) ? new URL(value) : new URL(value, base);
    return /^https?:$/.test(url.protocol) && url.href.length <= LONGEST_FIELD ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} value */
function languageOf(value) {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value.trim().replace('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
