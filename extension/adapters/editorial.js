/** Which declared reviews are a publication's own article rather than a customer's words. */

import { get, namedAuthor, text, typesOf } from './schema-org.js';

/** @typedef {Record<string, unknown>} Node */

const ARTICLE = /Article|Page$|Posting$|^Recipe$|^Product$|^CreativeWork$|^Critic/i;
const EDITORS = /\b(?:editor(?:s|ial)?|staff|team|redaktion|redactie|redacción|redazione)\b|rédaction/i;
const FIRMS = ['brand', 'manufacturer', 'seller', 'provider'];
const ARTICLE_PARTS = ['articleBody', 'articleSection', 'wordCount', 'dateModified', 'image', 'positiveNotes', 'negativeNotes'];

/**
 * Whether a node typed Review is no customer's: the page itself typed so, the only review there is, by the page's author,
 * or stars a firm gave itself to be found.
 * @param {{node: Node, under: Node[], nested: boolean}} review
 * @param {{url: string[], headings: string[], byId: Map<string, Node>, pages: Node[], counts: {all: number, topmost: number},
 *   firms: Map<Node, (string | undefined)[]>}} context  `firms`: of things that were asked for theirs before
 */
export function isEditorial({ node, under, nested }, { url, headings, byId, pages, counts, firms }) {
  if (typesOf(node).some((type) => ARTICLE.test(type)) || isFirms(node, under, { byId, firms }, counts.all === 1)) return true;
  if (!nested && (get(node, 'mainEntityOfPage') !== undefined || isPartOfPage(node, byId, url))) return true;
  if (!nested && counts.topmost === 1 && (isWholePage(node, url) || isFirm(get(node, 'author')) || isHeading(node, headings))) return true;
  const alone = counts.all === 1;
  const author = namedAuthor(get(node, 'author'), byId);
  return alone && author !== undefined && [...pages, ...under].some((page) => namedAuthor(get(page, 'author'), byId) === author);
}

/**
 * Whether stars without words are of nobody, or of a firm; or a review is of the very firm that sells or makes the thing.
 * @param {Node} node
 * @param {Node[]} under
 * @param {{byId: Map<string, Node>, firms: Map<Node, (string | undefined)[]>}} context
 * @param {boolean} alone
 */
function isFirms(node, under, { byId, firms }, alone) {
  const author = get(node, 'author');
  const name = namedAuthor(author, byId);
  if (((alone && !name) || isFirm(author)) && isSilent(node)) return true;
  if (name === undefined) return false;
  for (const outer of under) {
    const known = firms.get(outer) ?? FIRMS.map((key) => namedAuthor(get(outer, key), byId));
    firms.set(outer, known);
    if (known.includes(name)) return true;
  }
  return false;
}

/** @param {Node} node */
const isSilent = (node) => !['reviewBody', 'description', 'text'].some((key) => text(get(node, key)));

/** @param {unknown} author */
function isFirm(author) {
  return [author].flat(3).some((one) => typesOf(one).some((type) => /Organization$|^Corporation$/.test(type)));
}

/**
 * Whether a review's title is the page's own.
 * @param {Node} node
 * @param {string[]} headings
 */
function isHeading(node, headings) {
  return ['headline', 'name'].some((key) => {
    const title = text(get(node, key));
    return title !== undefined && title.length > 10 && headings.some((heading) => heading.startsWith(title));
  });
}

/**
 * Whether a lone review has the page's address, an article's parts, an editor, or a publisher and no place of its own on the page.
 * @param {Node} node
 * @param {string[]} url
 */
function isWholePage(node, url) {
  if (['@id', 'url'].some((key) => isPage(get(node, key), url))) return true;
  if (ARTICLE_PARTS.some((key) => get(node, key) !== undefined)) return true;
  if (EDITORS.test(String(namedAuthor(get(node, 'author'), new Map())))) return true;
  return get(node, 'publisher') !== undefined && !String(get(node, '@id') ?? '').includes('#');
}

/**
 * @param {Node} node
 * @param {Map<string, Node>} byId
 * @param {string[]} url
 */
function isPartOfPage(node, byId, url) {
  const whole = get(node, 'isPartOf');
  if (!whole) return false;
  const id = get(whole, '@id');
  const known = typeof id === 'string' ? (byId.get(id) ?? whole) : whole;
  return typesOf(known).some((type) => ARTICLE.test(type)) || url.includes(bare(id));
}

/** @param {unknown} address */
function bare(address) {
  return typeof address === 'string' ? address.replace(/[#?].*$/, '').replace(/\/$/, '') : '';
}

/**
 * @param {unknown} address
 * @param {string[]} url
 */
function isPage(address, url) {
  return typeof address === 'string' && !address.includes('#') && url.includes(bare(address));
}
