/** An adapter out of one example: somebody pointed at a review's text, its author, rating and date, and where one replies. */

import { ratingSign } from './rating-signs.js';
import { cardSets, signature } from './repeated.js';
import { cardWays, ownWays, waysTo } from './teach-selectors.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Recipe} Recipe */
/**
 * What was pointed at, in one review. Only `text` and one more of author, date and rating are needed.
 * @typedef {{text: Element, author?: Element, date?: Element, rating?: Element, title?: Element, reply?: Element,
 *   reply_box?: Element, reply_opener?: Element}} Example
 * @typedef {'text' | 'author' | 'date' | 'rating' | 'reviews'} Missing
 */

/**
 * The adapter an example suggests, and what it could not learn; null where the example is no review at all.
 * @param {Example} example
 * @param {string} address of the page it stands on
 * @param {string} day on which it was taught, 2026-11-22
 * @returns {{adapter: Adapter | null, missing: Missing[]}}
 */
export function inferAdapter(example, address, day) {
  const parts = [example.text, example.author, example.date, example.rating].filter((part) => part !== undefined);
  if (!example.text || parts.length < 2) return { adapter: null, missing: ['author', 'date', 'rating'] };
  const { card, cards } = cardsAround(parts);
  const whole = { ...example, text: wholeText(example.text, card) };
  const reviews = cardWays(cards, whole.text);
  if (!reviews.length || parts.includes(card)) return { adapter: null, missing: ['reviews'] };
  const fields = fieldsOf(whole, card, cards);
  const missing = /** @type {const} */ (['author', 'date', 'rating']).filter((part) => !example[part]);
  const adapter = { ...placeOf(address, day), reviews, fields, ...ratingScale(example), ...replyParts(example, card, cards) };
  return { adapter, missing: [...missing] };
}

/**
 * The box that holds what was pointed at, and all boxes like it, as large as they can be without touching.
 * @param {Element[]} parts
 * @returns {{card: Element, cards: Element[]}}
 */
function cardsAround(parts) {
  const inner = around(parts);
  const own = signature(inner);
  const alike = [...inner.ownerDocument.getElementsByTagName(inner.localName)].filter((element) => signature(element) === own);
  const depth = depthOf(inner);
  const family = alike.filter((element) => depthOf(element) === depth);
  for (const { cards } of cardSets(family)) {
    const card = cards.find((one) => one.contains(inner));
    if (card && cards.length === family.length) return { card, cards };
  }
  return { card: inner, cards: [inner] };
}

/**
 * The box of all paragraphs, where somebody pointed at one of them.
 * @param {Element} text
 * @param {Element} card
 */
function wholeText(text, card) {
  let whole = text;
  for (let outer = text.parentElement; outer && outer !== card; outer = outer.parentElement) {
    if (![...outer.children].every((child) => child === whole || child.matches('p, br, ul, ol, blockquote'))) break;
    if ([...outer.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''))) break;
    whole = outer;
  }
  return whole;
}

/** @param {Element[]} parts */
function around(parts) {
  let box = parts[0];
  while (box.parentElement && !parts.every((part) => box !== part && box.contains(part))) box = box.parentElement;
  return box;
}

/** @param {Element} element */
function depthOf(element) {
  let depth = 0;
  for (let here = element.parentElement; here; here = here.parentElement) depth += 1;
  return depth;
}

/**
 * @param {Example} example
 * @param {Element} card
 * @param {Element[]} cards
 * @returns {Record<string, Recipe[]>}
 */
function fieldsOf({ text, author, date, rating, title }, card, cards) {
  /** @param {Element | undefined} element */
  const ways = (element) => (element && card.contains(element) ? waysTo(element, card, cards) : []);
  const dated = ways(date).flatMap((select) => [...(date?.hasAttribute('datetime') ? [{ select, attribute: 'datetime' }] : []), { select }]);
  /** @type {Record<string, Recipe[]>} */
  const fields = {
    external_id: [idOf(card, cards)],
    author: ways(author).map((select) => ({ select })),
    text: ways(text).map((select) => ({ select })),
    posted_at: dated,
    rating: ways(rating).map((select) => ({ select, call: 'shownRating' })),
    title: ways(title).map((select) => ({ select })),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, recipes]) => recipes.length));
}

/**
 * Where the platform's own id of a review stands: an attribute whose values look like ids and differ from card to card.
 * @param {Element} card
 * @param {Element[]} cards
 * @returns {Recipe}
 */
function idOf(card, cards) {
  for (const { name } of card.attributes) {
    const values = cards.map((one) => one.getAttribute(name) ?? '');
    const ids = values.filter((value) => /\d/.test(value) && /^[\w:.-]{5,80}$/.test(value));
    if (/id/i.test(name) && ids.length === cards.length && new Set(ids).size === ids.length) return { attribute: name };
  }
  return { attribute: 'data-review-id' };
}

/** @param {Example} example */
function ratingScale({ rating }) {
  const signs = rating ? [rating, ...rating.querySelectorAll('*')].map(ratingSign) : [];
  const sign = signs.find((one) => one !== null);
  return rating ? { best: sign?.best ?? 5 } : {};
}

/**
 * @param {Example} example
 * @param {Element} card
 * @param {Element[]} cards
 */
function replyParts({ reply, reply_box: box, reply_opener: opener }, card, cards) {
  const shown = reply && card.contains(reply) ? waysTo(reply, card, cards) : [];
  return {
    ...(shown.length && { reply: { mark: shown, text: shown.map((select) => ({ select })) } }),
    ...(box && { reply_box: doorTo(box, card, cards) }),
    ...(opener && { reply_opener: doorTo(opener, card, cards) }),
  };
}

/**
 * @param {Element} element
 * @param {Element} card
 * @param {Element[]} cards
 * @returns {Recipe[]}
 */
function doorTo(element, card, cards) {
  if (card.contains(element)) return waysTo(element, card, cards).map((select) => ({ select }));
  const ways = [...ownWays(element), element.localName].filter((way) => element.ownerDocument.querySelector(way) === element);
  return ways.slice(0, 2).map((select) => ({ within: /** @type {const} */ ('page'), select }));
}

/**
 * Whose pages these are: the host, and the shape of the path with its last part standing for any other.
 * @param {string} address
 * @param {string} day
 */
function placeOf(address, day) {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter(Boolean);
  const known = parts.slice(0, -1).map((part) => (/\d|.{25}/.test(part) ? '[^/?]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  const before = ['^', ...known].join('/');
  const host = url.hostname.replace(/^www\./, '');
  return {
    id: host.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40).padEnd(2, '-'),
    name: host,
    unverified: { evidence: [`taught on ${url.origin}${url.pathname}, ${day}`] },
    addresses: [{ hosts: [url.hostname], path: `${before}/[^/?]*` }],
    listing: { key: [{ address: `${before}/([^/?]+)` }] },
  };
}
