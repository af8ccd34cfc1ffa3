/** Reviews in a page's microdata. */

import { ratingOf } from './schema-org.js';
import { textOf } from './text.js';

/** @typedef {import('./structured.js').Declared} Declared */

const REVIEWS = "[itemscope][itemtype*='schema.org/' i][itemtype$='Review' i]";
const REVIEW = /^\s*https?:\/\/(?:www\.)?schema\.org\/(?:User|Employer)?Review\s*$/i;
const ADDRESSES = { A: 'href', AREA: 'href', LINK: 'href', AUDIO: 'src', EMBED: 'src', IFRAME: 'src', IMG: 'src', SOURCE: 'src', VIDEO: 'src' };

/**
 * The customers' reviews in a page's microdata.
 * @param {{document: Document}} page
 * @returns {Declared[]}
 */
export function declaredInMarkup({ document }) {
  const scopes = [...document.querySelectorAll(REVIEWS)].filter((scope) => REVIEW.test(scope.getAttribute('itemtype') ?? ''));
  return scopes.filter((scope) => !isThePage(scope, scopes.length === 1)).map(declared);
}

/**
 * Whether a review is the page's own article, or holds the customers'.
 * @param {Element} scope
 * @param {boolean} alone
 */
function isThePage(scope, alone) {
  const whole = ['HTML', 'BODY', 'MAIN'].includes(scope.tagName) || (alone && scope.querySelector('h1') !== null);
  return whole || property(scope, 'articleBody') !== null || property(scope, 'mainEntityOfPage') !== null;
}

/**
 * @param {Element} scope
 * @param {number} order
 * @returns {Declared}
 */
function declared(scope, order) {
  const rating = property(scope, 'reviewRating') ?? property(scope, 'rating');
  const inner = rating?.hasAttribute('itemscope') ? rating : null;
  const value = inner ? valueOf(property(inner, 'ratingValue')) : (valueOf(rating) ?? valueOf(property(scope, 'ratingValue')));
  const best = inner ? valueOf(property(inner, 'bestRating')) : undefined;
  return {
    external_id: scope.getAttribute('itemid') ?? scope.getAttribute('data-reviewid') ?? undefined,
    author: named(property(scope, 'author') ?? property(scope, 'creator')),
    ...ratingOf({ ratingValue: value, bestRating: best }),
    title: valueOf(property(scope, 'headline')) ?? valueOf(property(scope, 'name')),
    text: valueOf(property(scope, 'reviewBody')) ?? valueOf(property(scope, 'description')),
    posted_at: valueOf(property(scope, 'datePublished')) ?? valueOf(property(scope, 'dateCreated')),
    language: valueOf(property(scope, 'inLanguage')),
    product: named(property(scope, 'itemReviewed')) ?? named(outerScope(scope)),
    element: scope,
    order,
  };
}

/**
 * The first element that holds this property of this scope and not of one inside it.
 * @param {Element} scope
 * @param {string} name
 * @returns {Element | null}
 */
function property(scope, name) {
  for (const element of scope.querySelectorAll(`[itemprop~='${name}' i]`)) {
    if (element.parentElement?.closest('[itemscope]') === scope) return element;
  }
  return null;
}

/** @param {Element} scope */
function outerScope(scope) {
  return scope.parentElement?.closest('[itemscope]') ?? null;
}

/** @param {Element | null} element a person or thing given by name or in parts */
function named(element) {
  if (!element) return undefined;
  return element.hasAttribute('itemscope') ? valueOf(property(element, 'name')) : valueOf(element);
}

/** @param {Element | null} element @returns {string | undefined} */
function valueOf(element) {
  if (!element) return undefined;
  const given = element.getAttribute('content') ?? element.getAttribute('datetime');
  if (given !== null) return given.trim() || undefined;
  const text = textOf(element);
  const attribute = ADDRESSES[/** @type {keyof typeof ADDRESSES} */ (element.tagName)];
  return text || (attribute && element.getAttribute(attribute)) || undefined;
}
