/** Reviews in a page's JSON-LD, with the oddities pages really have. */

import { JSON_LD } from './declared-signs.js';
import { isEditorial } from './editorial.js';
import { parsedScript } from './json-script.js';
import { firstOf, get, namedAuthor, ratingOf, text, typesOf, words } from './schema-org.js';
import { textOf } from './text.js';

/** @typedef {import('./structured.js').Declared} Declared */
/** @typedef {Record<string, unknown>} Node */
/** @typedef {{node: Node, under: Node[], nested: boolean, order: number}} Found */

const MOST_NODES = 300_000;
const THING = /^(?:Product|ProductGroup|Recipe|Book|Movie|Course|Event|LocalBusiness|Restaurant|Hotel|(?:Software|Mobile|Web)Application)$/;
const REVIEW = /^(?:User|Employer)?Review$/i;

/**
 * The customers' reviews in all JSON-LD of a page.
 * @param {{document: Document, url: URL}} page
 * @returns {Declared[]}
 */
export function declaredInJson({ document, url }) {
  const roots = rootsOf(document);
  /** @type {Map<string, Node>} */
  const byId = new Map();
  /** @type {Found[]} */
  const found = [];
  /** @type {Node[]} */
  const pages = [];
  for (const { node, under, key, order } of walk(roots)) {
    const id = get(node, '@id');
    if (typeof id === 'string' && Object.keys(node).length > 1) byId.set(id, node);
    const nested = /^reviews?$/i.test(key);
    if (isReview(node, nested)) found.push({ node, under, nested, order });
    else if (typesOf(node).some((type) => /Article|Page$|Posting$/i.test(type))) pages.push(node);
  }
  if (!found.length) return [];
  const counts = { all: found.length, topmost: found.filter(({ nested }) => !nested).length };
  const context = { url: canonical(document, url), headings: headingsOf(document), byId, pages, counts, firms: new Map() };
  return found.filter((review) => !isEditorial(review, context)).map((review) => declared(review, byId));
}

/** @param {Document} document */
function rootsOf(document) {
  return [...document.querySelectorAll(JSON_LD)].map(parsedScript);
}

/**
 * The name of the one thing a page declares to be about, undefined where it declares none or several.
 * @param {Document} document
 */
export function onlyThing(document) {
  const names = new Set();
  for (const { node, under } of walk(rootsOf(document))) {
    const types = typesOf(node);
    const topmost = under.every((outer) => !typesOf(outer).length);
    if (topmost && types.some((type) => THING.test(type))) names.add(words(get(node, 'name')));
  }
  return names.size === 1 ? [...names][0] : undefined;
}

/**
 * Every object below, with the objects it stands in and the key it stands under.
 * @param {unknown} root
 * @returns {Generator<{node: Node, under: Node[], key: string, order: number}>}
 */
function* walk(root) {
  /** @type {{value: unknown, under: Node[], key: string, order: number}[]} */
  const waiting = [{ value: root, under: [], key: '', order: 0 }];
  for (let steps = 0; waiting.length && steps < MOST_NODES; steps += 1) {
    const { value, under, key, order } = /** @type {(typeof waiting)[0]} */ (waiting.pop());
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) {
        waiting.push({ value: value[index], under, key, order: index });
      }
    } else if (value !== null && typeof value === 'object') {
      const node = /** @type {Node} */ (value);
      yield { node, under, key, order };
      const inside = under.length < 50 ? [...under, node] : under;
      for (const [name, child] of Object.entries(node).reverse()) {
        if (child !== null && typeof child === 'object') waiting.push({ value: child, under: inside, key: name, order: 0 });
      }
    }
  }
}

/**
 * A node typed Review, or one that stands under "review" without a type and has a review's parts.
 * @param {Node} node
 * @param {boolean} nested
 */
function isReview(node, nested) {
  const types = typesOf(node);
  if (types.some((type) => REVIEW.test(type))) return true;
  return nested && !types.length && ['reviewBody', 'description', 'reviewRating'].some((key) => get(node, key) !== undefined);
}

/**
 * @param {Found} found
 * @param {Map<string, Node>} byId
 * @returns {Declared}
 */
function declared({ node, under, order }, byId) {
  const rating = firstOf(get(node, 'reviewRating') ?? get(node, 'rating'));
  const subject = resolved(firstOf(get(node, 'itemReviewed')), byId) ?? under.findLast((outer) => get(outer, 'name'));
  const product = words(get(subject, 'name'));
  const title = words(get(node, 'headline')) ?? words(get(node, 'name'));
  return {
    external_id: idOf(node),
    author: namedAuthor(get(node, 'author') ?? get(node, 'creator'), byId),
    ...ratingOf(rating),
    title: title === product ? undefined : title,
    text: text(get(node, 'reviewBody')) ?? text(get(node, 'description')) ?? text(get(node, 'text')),
    posted_at: firstOf(get(node, 'datePublished') ?? get(node, 'dateCreated')),
    language: languageOf(firstOf(get(node, 'inLanguage'))),
    product,
    url: firstOf(get(node, 'url')),
    anchor: anchorOf(node),
    order,
  };
}

/** @param {Node} node a blank node's id is made anew with every page */
function idOf(node) {
  const identifier = firstOf(get(node, 'identifier'));
  const value = typeof identifier === 'object' ? get(identifier, 'value') : identifier;
  const id = value ?? get(node, '@id');
  return (typeof id === 'string' || typeof id === 'number') && !String(id).startsWith('_:') ? id : undefined;
}

/** @param {Node} node the page's own part this node names, "#comment-7" */
function anchorOf(node) {
  for (const key of ['@id', 'url']) {
    const address = get(node, key);
    const found = typeof address === 'string' ? /#([\w-]{2,100})$/.exec(address) : null;
    if (found) return found[1];
  }
  return undefined;
}

/** @param {unknown} value */
function languageOf(value) {
  return typeof value === 'string' ? value : (get(value, 'alternateName') ?? undefined);
}

/**
 * @param {unknown} node
 * @param {Map<string, Node>} byId
 * @returns {unknown}
 */
function resolved(node, byId) {
  const id = get(node, '@id');
  return typeof id === 'string' && get(node, 'name') === undefined ? (byId.get(id) ?? undefined) : node;
}

/**
 * @param {Document} document
 * @param {URL} url
 */
function canonical(document, url) {
  const link = document.querySelector("link[rel='canonical']")?.getAttribute('href');
  return [url.href, link ?? ''].map((address) => address.replace(/[#?].*$/, '').replace(/\/$/, '')).filter(Boolean);
}

/** @param {Document} document */
function headingsOf(document) {
  return [document.title, ...[...document.querySelectorAll('h1')].slice(0, 5).map((one) => textOf(one, { cap: 500 }))];
}
