/** Where a site's own id of a review stands in the boxes somebody taught: an attribute that is another in each. */

import { all, waysTo } from './teach-selectors.js';
import { first } from './values.js';

/** @typedef {import('./types.js').Recipe} Recipe */

const ID = /^(?=.*\d)[\w:.-]{5,100}$/;
const MOST_PARTS = 80;

/**
 * The recipe of the id, or null where no attribute looks like one.
 * @param {Element[]} cards
 * @returns {Recipe | null}
 */
export function idOf(cards) {
  if (cards.length < 2) return null;
  const [card] = cards;
  for (const { name } of named(card)) if (tellsApart(cards.map((one) => one.getAttribute(name)))) return { attribute: name };
  for (const part of all(card, '*').slice(0, MOST_PARTS)) {
    for (const { name } of named(part)) {
      const way = waysTo(part, card).find(({ way: one }) => tellsApart(cards.map((other) => first(other, one)?.getAttribute(name))));
      if (way) return { select: way.way, attribute: name };
    }
  }
  return null;
}

/** @param {Element} element */
const named = (element) => [...element.attributes].filter(({ name, value }) => /(?:^|[-_])id$|[a-z]id$|review.?id/i.test(name) && ID.test(value) && !/user|author|profile/i.test(name + value));

/** @param {(string | null | undefined)[]} values */
const tellsApart = (values) => values.every((value) => ID.test(value ?? '')) && new Set(values).size === values.length;
