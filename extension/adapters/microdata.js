/** Reviews in a page's markup: microdata and RDFa, in the words of schema.org and of the vocabulary before it. */

import { MARKED } from './declared-signs.js';
import { ratingOf } from './schema-org.js';
import { textOf } from './text.js';

/** @typedef {import('./structured.js').Declared} Declared */
/**
 * How a way of writing data into markup names its parts.
 * @typedef {{reviews: string, type: string, known: RegExp, thing: string, part: string}} Dialect
 */

const REVIEW = '(?:User|Employer)?Review';
/** @type {Dialect[]} */
const DIALECTS = [
  {
    reviews: MARKED.microdata, type: 'itemtype', thing: '[itemscope]', part: 'itemprop',
    known: new RegExp(`^\\s*https?://(?:www\\.)?(?:schema|data-vocabulary)\\.org/${REVIEW}\\s*$`, 'i'),
  },
  {
    reviews: MARKED.rdfa, type: 'typeof', thing: '[typeof]', part: 'property',
    known: new RegExp(`^\\s*(?:v:|schema:|https?://(?:www\\.)?schema\\.org/)?${REVIEW}\\s*$`, 'i'),
  },
];
const ADDRESSES = { A: 'href', AREA: 'href', LINK: 'href', AUDIO: 'src', EMBED: 'src', IFRAME: 'src', IMG: 'src', SOURCE: 'src', VIDEO: 'src' };
/** @typedef {{scope: Element, dialect: Dialect}} Scope */

/**
 * The customers' reviews in a page's markup.
 * @param {{document: Document}} page
 * @returns {Declared[]}
 */
export function declaredInMarkup({ document }) {
  return DIALECTS.flatMap((dialect) => {
    const scopes = [...document.querySelectorAll(dialect.reviews)]
      .filter((scope) => dialect.known.test(scope.getAttribute(dialect.type) ?? ''))
      .map((scope) => ({ scope, dialect }));
    return scopes.filter((one) => !isThePage(one, scopes.length === 1)).map(declared);
  });
}

/**
 * Whether a review is the page's own article, or holds the customers', or is lone stars by which a firm wants to be found.
 * @param {Scope} review
 * @param {boolean} alone
 */
function isThePage(review, alone) {
  const { scope } = review;
  if (['HTML', 'BODY', 'MAIN'].includes(scope.tagName) || property(review, 'articleBody', 'mainEntityOfPage')) return true;
  if (!alone) return false;
  const author = named(property(review, 'author', 'creator', 'reviewer'), review.dialect);
  const silent = !property(review, 'reviewBody', 'description');
  return silent || scope.querySelector('h1') !== null || (author !== undefined && pageAuthors(scope).includes(author));
}

/** @param {Element} scope who the page says wrote it */
function pageAuthors({ ownerDocument }) {
  const named = [...ownerDocument.querySelectorAll("meta[name='author' i], [rel~='author']")].slice(0, 20);
  return named.map((one) => one.getAttribute('content') ?? textOf(one, { cap: 200 }));
}

/**
 * @param {Scope} review
 * @param {number} order
 * @returns {Declared}
 */
function declared(review, order) {
  const { scope, dialect } = review;
  const value = (/** @type {string[]} */ ...names) => valueOf(property(review, ...names));
  return {
    external_id: scope.getAttribute('itemid') ?? scope.getAttribute('data-reviewid') ?? undefined,
    author: named(property(review, 'author', 'creator', 'reviewer'), dialect),
    ...ratingIn(review),
    title: value('headline') ?? value('name') ?? value('summary'),
    text: value('reviewBody') ?? value('description'),
    posted_at: value('datePublished') ?? value('publishDate') ?? value('dateCreated') ?? value('dtreviewed'),
    language: value('inLanguage'),
    product: named(property(review, 'itemReviewed'), dialect) ?? named(outerThing(review), dialect),
    element: scope,
    order,
  };
}

/** @param {Scope} review */
function ratingIn(review) {
  const rating = property(review, 'reviewRating', 'rating');
  const inner = rating?.matches(review.dialect.thing) ? { scope: rating, dialect: review.dialect } : null;
  const part = (/** @type {string[]} */ ...names) => valueOf(property(inner ?? review, ...names));
  const own = inner ? part('ratingValue', 'value') : (valueOf(rating) ?? part('ratingValue', 'value'));
  return ratingOf({ ratingValue: own, bestRating: part('bestRating', 'best') });
}

/**
 * The first element that holds one of these properties of this thing and not of one inside it.
 * @param {Scope} scope
 * @param {string[]} names
 * @returns {Element | null}
 */
function property({ scope, dialect }, ...names) {
  for (const name of names) {
    for (const prefix of dialect.part === 'property' ? ['', 'v:', 'schema:'] : ['']) {
      for (const element of scope.querySelectorAll(`[${dialect.part}~='${prefix}${name}' i]`)) {
        if (element.parentElement?.closest(dialect.thing) === scope) return element;
      }
    }
  }
  return null;
}

/** @param {Scope} review */
function outerThing({ scope, dialect }) {
  return scope.parentElement?.closest(dialect.thing) ?? null;
}

/**
 * @param {Element | null} element a person or thing given by name or in parts
 * @param {Dialect} dialect
 */
function named(element, dialect) {
  if (!element) return undefined;
  return element.matches(dialect.thing) ? valueOf(property({ scope: element, dialect }, 'name', 'fn')) : valueOf(element);
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
