/** The reviews of one page life, from one address to the next: what was asked about once is not asked about again. */

import { entryFor, keyOf } from './entry.js';
import { isTranslated, untranslated } from './translated.js';

/** @typedef {import('./entry.js').Entry} Entry */
/** @typedef {import('../adapters/types.js').Item} Item */

const MOST_KNOWN = 5_000;
/** So long what the API said is good for another visit. */
const GOOD_MS = 10 * 60_000;

/** @type {Map<string, Entry>} */
const known = new Map();

/** The reviews that are on the page now, by their keys. */
export class Entries {
  /** @param {() => void} catchUp  reads what changed a moment ago */
  constructor(catchUp) {
    this.catchUp = catchUp;
    /** @type {Map<string, Entry>} */
    this.here = new Map();
    this.since = Date.now();
  }

  /**
   * These reviews are on the page now, and no others.
   * @param {Item[]} items
   * @param {string} place  the listing
   * @returns {Entry[]}  those that were there before and are gone
   */
  show(items, place) {
    const before = new Map(this.here);
    const translated = isTranslated(document);
    this.here.clear();
    for (const item of items) {
      const key = `${place} ${keyOf(item)}`;
      const entry = known.get(key) ?? entryFor(item);
      this.#renew(entry, item, translated);
      known.set(key, entry);
      this.here.set(key, entry);
      before.delete(key);
    }
    for (const entry of before.values()) leave(entry);
    for (const [key, entry] of known) {
      if (known.size <= MOST_KNOWN) break;
      if (!this.here.has(key) && !entry.draft) known.delete(key);
    }
    return [...before.values()];
  }

  /** Those nobody asked about yet, that changed, or that were asked about too long before this visit. */
  get fresh() {
    return [...this.here.values()].filter((entry) => entry.asked < this.since - GOOD_MS || entry.print !== printOf(entry));
  }

  /**
   * @param {Entry} entry
   * @param {Item} item
   * @param {boolean} translated
   */
  #renew(entry, item, translated) {
    if (entry.read === item) return;
    entry.read = item;
    const review = translated ? untranslated(item.review, entry.seen && entry.item.review) : item.review;
    const door = (/** @type {'replyBox'|'replyOpener'|'replyElement'} */ name) => () => {
      // A list that is drawn anew may have given this node to another review since.
      this.catchUp();
      return entry.read?.[name]() ?? null;
    };
    const doors = { replyBox: door('replyBox'), replyOpener: door('replyOpener'), replyElement: door('replyElement') };
    Object.assign(entry.item, { review, element: item.element, ...doors });
  }
}

/**
 * Which words were sent, to tell when they changed.
 * @param {Entry} entry
 */
export function printOf(entry) {
  return (prints.get(entry.item.review) ?? prints.set(entry.item.review, JSON.stringify(entry.item.review)).get(entry.item.review)) ?? '';
}

/** @type {WeakMap<object, string>} */
const prints = new WeakMap();

/**
 * The node where it stood may hold another review by now: nothing of this one's is written there.
 * @param {Entry} entry
 */
function leave(entry) {
  const nothing = () => null;
  entry.read = null;
  Object.assign(entry.item, { element: null, replyBox: nothing, replyOpener: nothing, replyElement: nothing });
}
