/** Which cards were read before and have not changed since, so that a page is read again where it changed and nowhere else. */

import { around } from './open-roots.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Item} Item */

/** What was read of one page, for each adapter that read it. */
export class KeptPage {
  constructor() {
    /** @type {Map<string, KeptCards>} */
    this.cards = new Map();
    /** @type {WeakMap<Adapter, string>} */
    this.names = new WeakMap();
  }

  /** @param {Adapter} adapter */
  of(adapter) {
    // Adapters come by message, a new object each time, and a team's may have the id of a shipped one.
    const name = this.names.get(adapter) ?? JSON.stringify(adapter);
    this.names.set(adapter, name);
    const cards = this.cards.get(name) ?? new KeptCards();
    this.cards.set(name, cards);
    return cards;
  }

  /**
   * Forget the cards these changed nodes stand in, and those right before them: some of a card's words may stand behind it.
   * @param {Iterable<Node>} changed
   */
  forget(changed) {
    const passed = new Set();
    for (const start of changed) {
      for (let node = /** @type {Node | null} */ (start); node && !passed.has(node); node = around(node)) {
        passed.add(node);
        const before = node instanceof Element ? node.previousElementSibling : null;
        for (const { known } of this.cards.values()) {
          known.delete(node);
          if (before) known.delete(before);
        }
      }
    }
  }
}

/** What one adapter read of each card, until the card, or what all cards share, changes. */
export class KeptCards {
  constructor() {
    /** @type {WeakMap<Node, {item: Item | null}>} */
    this.known = new WeakMap();
    /** @type {Element[]} */
    this.cards = [];
    /** @type {WeakMap<Element, string | null>} */
    this.stale = new WeakMap();
    this.listing = /** @type {string | null | undefined} */ (undefined);
    /** @type {unknown[]} */
    this.shared = [];
  }

  /**
   * Which listing's page this is now, and what every card's reading depends on. Where a site changed the address before the
   * page, the cards of the page before are still there: until their words change they are nobody's.
   * @param {string | null} listing
   * @param {...unknown} shared
   */
  turn(listing, ...shared) {
    const turned = this.listing !== undefined && listing !== this.listing;
    if (turned) this.stale = new WeakMap(this.cards.map((card) => [card, card.textContent]));
    if (turned || shared.some((one, index) => one !== this.shared[index])) this.known = new WeakMap();
    Object.assign(this, { listing, shared, cards: [] });
  }

  /**
   * What is read of a card; `read` is only called where that is not known.
   * @param {Element} card
   * @param {() => Item | null} read
   */
  item(card, read) {
    let kept = this.known.get(card);
    if (!kept) this.known.set(card, (kept = { item: read() }));
    if (this.stale.has(card)) {
      if (this.stale.get(card) === card.textContent) return kept.item && { ...kept.item, stale: true };
      this.stale.delete(card);
    }
    this.cards.push(card);
    return kept.item;
  }
}
