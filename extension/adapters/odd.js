/** The odd cases an adapter may name with `call`: each turns the value found into the one meant, or gives undefined. */

import { ratingSign } from './rating-signs.js';

/** @type {Record<string, (value: string, place: import('./types.js').Place, element?: Element | null) => string | undefined>} */
export const ODD = {
  /** The rating an element shows, in words, stars, icons or by the names of its parts: what a taught page's rating is read by. */
  shownRating(_value, _place, element) {
    for (const part of element ? [element, ...element.querySelectorAll('*')] : []) {
      const sign = ratingSign(part);
      if (sign) return String(sign.value);
    }
    return undefined;
  },
  /** A day on an American site, which writes 5/6/2024 in any language with its month first. */
  monthFirst(value, { url }) {
    const found = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
    if (!found || !url.hostname.endsWith('.com')) return undefined;
    return `${found[3]}-${found[1].padStart(2, '0')}-${found[2].padStart(2, '0')}`;
  },
  /**
   * A Steam review's id from its address: the person's 64-bit number and the game. Addresses may name people by a word
   * they can change, so the account number of the card, which never changes, is made into the long one.
   */
  steamReviewId(address, { card }) {
    const found = /\/(?:id|profiles)\/([^/]+)\/recommended\/(\d+)/.exec(address);
    if (!found) return undefined;
    const account = card?.querySelector('[data-miniprofile]')?.getAttribute('data-miniprofile') ?? '';
    const person = /^\d{1,10}$/.test(account) ? String(76561197960265728n + BigInt(account)) : found[1];
    return `${person}-${found[2]}`;
  },
};
