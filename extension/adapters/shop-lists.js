/** Reviews in lists that are written alike on many sites: by shop software, at whatever address the shop has, and by hReview. */

import { LISTED } from './declared-signs.js';
import { valueOf, wordsOf } from './values.js';

/** @typedef {import('./structured.js').Declared} Declared */
/** @typedef {import('./types.js').Recipe} Recipe */
/**
 * `people`: how many must have written them, for what a blogger writes alone to be none of a customer's.
 * @typedef {{reviews: string, fields: Record<string, Recipe[]>, best: number, reply: Record<string, Recipe[]>, people?: number}} List
 */

const MOST_CARDS = 2_000;

/**
 * WooCommerce: the hooks of its own template, templates/single-product/review.php in github.com/woocommerce/woocommerce.
 * Its schema.org data has the five newest reviews only.
 * @type {List}
 */
const WOOCOMMERCE = {
  reviews: LISTED.woocommerce,
  fields: {
    external_id: [{ select: "[id^='comment-']", attribute: 'id', pattern: '^comment-(\\d+)$' }],
    author: [{ select: '.woocommerce-review__author' }, { select: "[itemprop='author']" }],
    rating: [
      { select: '.star-rating .rating' },
      { select: '.star-rating[aria-label]', attribute: 'aria-label', pattern: '([1-5])' },
      { select: ".star-rating [style*='width:100%']", is: 5 },
      { select: ".star-rating [style*='width:80%']", is: 4 },
      { select: ".star-rating [style*='width:60%']", is: 3 },
      { select: ".star-rating [style*='width:40%']", is: 2 },
      { select: ".star-rating [style*='width:20%']", is: 1 },
    ],
    text: [{ select: '.description' }],
    posted_at: [{ select: 'time[datetime]', attribute: 'datetime' }, { select: '.woocommerce-review__published-date' }],
    product: [{ within: 'page', select: 'h1.product_title' }],
  },
  best: 5,
  reply: {
    text: [{ select: '.children .bypostauthor .description' }],
    author: [{ select: '.children .bypostauthor .woocommerce-review__author' }],
    posted_at: [{ select: '.children .bypostauthor time[datetime]', attribute: 'datetime' }],
  },
};

/**
 * Judge.me's list on a shop's page, as a saved page of 2022 and several public readers on GitHub have it.
 * @type {List}
 */
const JUDGE_ME = {
  reviews: LISTED.judgeMe,
  fields: {
    external_id: [{ attribute: 'data-review-id' }],
    author: [{ select: '.jdgm-rev__author' }],
    rating: [{ select: '.jdgm-rev__rating[data-score]', attribute: 'data-score' }],
    title: [{ select: '.jdgm-rev__title' }],
    text: [{ select: '.jdgm-rev__body' }],
    posted_at: [
      { select: '.jdgm-rev__timestamp', attribute: 'datetime' },
      { select: '.jdgm-rev__timestamp', attribute: 'data-content' },
      { select: '.jdgm-rev__timestamp' },
    ],
    product: [{ attribute: 'data-product-title' }],
  },
  best: 5,
  reply: {
    text: [{ select: '.jdgm-rev__reply-content' }, { select: '.jdgm-rev__reply', without: ['.jdgm-rev__replier-wrapper'] }],
  },
};

/**
 * Shopify's own app for product reviews, ended in 2024, as several public readers on GitHub have it.
 * @type {List}
 */
const SHOPIFY = {
  reviews: LISTED.shopify,
  fields: {
    external_id: [{ attribute: 'id', pattern: '^spr-review-(\\d+)$' }],
    author: [{ select: '.spr-review-header-byline strong' }],
    rating: [{ select: '.spr-starratings[aria-label]', attribute: 'aria-label', pattern: '^[^\\d]*([1-5])' }],
    title: [{ select: '.spr-review-header-title' }],
    text: [{ select: '.spr-review-content-body' }],
    posted_at: [{ select: '.spr-review-header-byline strong + strong' }],
  },
  best: 5,
  reply: { text: [{ select: '.spr-review-reply-body' }] },
};

/**
 * The hReview microformat: microformats.org/wiki/hreview.
 * @type {List}
 */
const HREVIEW = {
  reviews: LISTED.hreview,
  people: 2,
  fields: {
    author: [{ select: '.reviewer .fn' }, { select: '.reviewer' }],
    rating: [
      { select: '.rating .value-title, .rating .value[title]', attribute: 'title' },
      { select: '.rating .value' },
      { select: 'abbr.rating[title]', attribute: 'title' },
      { select: '.rating', pattern: '^\\s*(\\d(?:[.,]\\d)?)(?!\\d)' },
    ],
    title: [{ select: '.summary' }],
    text: [{ select: '.description' }],
    posted_at: [
      { select: '.dtreviewed[title]', attribute: 'title' },
      { select: '.dtreviewed .value-title', attribute: 'title' },
      { select: '.dtreviewed[datetime]', attribute: 'datetime' },
      { select: '.dtreviewed' },
    ],
    product: [{ select: '.item .fn' }, { select: '.item' }],
  },
  best: 5,
  reply: {},
};
const LISTS = [WOOCOMMERCE, JUDGE_ME, SHOPIFY, HREVIEW];

/**
 * The reviews in a page's lists.
 * @param {{document: Document, url: URL}} page
 * @returns {Declared[]}
 */
export function declaredInLists(page) {
  return LISTS.flatMap((list) => {
    const cards = [...page.document.querySelectorAll(list.reviews)].slice(0, MOST_CARDS);
    const found = cards.map((card, order) => declared(card, list, order, page));
    return new Set(found.map(({ author }) => author)).size < (list.people ?? 0) ? [] : found;
  });
}

/**
 * @param {Element} card
 * @param {List} list
 * @param {number} order
 * @param {{document: Document, url: URL}} page
 * @returns {Declared}
 */
function declared(card, list, order, page) {
  const place = { ...page, card, record: undefined, state: undefined };
  const text = wordsOf(list.reply.text, place);
  const [author, posted_at] = [wordsOf(list.reply.author, place), wordsOf(list.reply.posted_at, place)];
  const values = Object.fromEntries(Object.entries(list.fields).map(([field, recipes]) => [field, valueOf(recipes, place)]));
  return { ...values, best: list.best, ...(text && { reply: { text, author, posted_at } }), element: card, order };
}
