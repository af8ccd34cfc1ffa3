/** Reviews in the lists that shop software writes alike on every shop's page, at whatever address the shop has. */

import { valueOf, wordsOf } from './values.js';

/** @typedef {import('./structured.js').Declared} Declared */
/** @typedef {import('./types.js').Recipe} Recipe */
/** @typedef {{reviews: string, fields: Record<string, Recipe[]>, best: number, reply: Record<string, Recipe[]>}} List */

const MOST_CARDS = 2_000;

/**
 * WooCommerce: the hooks of its own template, templates/single-product/review.php in github.com/woocommerce/woocommerce.
 * Its schema.org data has the five newest reviews only.
 * @type {List}
 */
const WOOCOMMERCE = {
  reviews: '.commentlist > li.review:not(.pingback)',
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
 * The reviews in a page's lists.
 * @param {{document: Document, url: URL}} page
 * @returns {Declared[]}
 */
export function declaredInLists(page) {
  return [WOOCOMMERCE].flatMap((list) => {
    const cards = [...page.document.querySelectorAll(list.reviews)].slice(0, MOST_CARDS);
    return cards.map((card, order) => declared(card, list, order, page));
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
