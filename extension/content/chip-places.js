/** Keeps each chip at its review without moving anything there: chips take no room, and find their place when they are near. */

import { chipSpot } from './chip-room.js';
import { roomAt } from './chip-view.js';
import { themeAt } from './theme.js';

/**
 * `x` and `y` are how far the chip was moved from where it would stand, null before it was; `size` is that of all its words.
 * @typedef {{card: Element, x: number, y: number|null, lost: number, put: number, gone: number,
 *   size?: DOMRect}} Standing
 */

/** So often a chip that was taken away is put back at once; then it waits, longer each time. */
const PATIENCE = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A chip that stood this long was not taken away because it is a chip. */
const LASTING_MS = 10_000;

/** The chips of one page and where they stand. */
export class ChipPlaces {
  /** @param {AbortSignal} signal */
  constructor(signal) {
    /** @type {WeakMap<HTMLElement, Standing>} */
    this.standing = new WeakMap();
    /** @type {WeakMap<Element, HTMLElement>} */
    this.chips = new WeakMap();
    this.sizes = new ResizeObserver((changed) => this.#settle(changed.map(({ target }) => target)));
    this.near = new IntersectionObserver((met) => met.forEach((one) => this.#meet(one)), { rootMargin: '50%' });
    signal.addEventListener('abort', () => {
      this.sizes.disconnect();
      this.near.disconnect();
    });
  }

  /**
   * Put a chip into its review's card if it is not there.
   * @param {HTMLElement} chip
   * @param {Element} card
   * @param {number} now  milliseconds
   * @returns {number}  milliseconds until it is worth coming back, 0 where the chip stands
   */
  put(chip, card, now) {
    const home = card.shadowRoot ?? card;
    if (chip.parentNode === home) return 0;
    const before = this.standing.get(chip);
    const taken = before?.card === card ? takenAway(before, now) : { lost: 0, wait: 0 };
    if (taken.wait) return taken.wait;
    this.#forget(chip);
    this.standing.set(chip, { card, x: 0, y: null, lost: taken.lost, put: now, gone: 0 });
    this.chips.set(card, chip);
    this.chips.set(chip, chip);
    // At the end: what a page says of its first child, or of one thing after another, stays as it was.
    home.append(chip);
    this.near.observe(card);
    return 0;
  }

  /**
   * Take a chip away from its review.
   * @param {HTMLElement} chip
   */
  remove(chip) {
    this.#forget(chip);
    chip.remove();
    this.standing.delete(chip);
  }

  /** @param {HTMLElement} chip */
  #forget(chip) {
    chip.removeAttribute('data-placed');
    const card = this.standing.get(chip)?.card;
    if (!card || this.chips.get(card) !== chip) return;
    this.near.unobserve(card);
    this.sizes.unobserve(card);
    this.sizes.unobserve(chip);
    this.chips.delete(card);
  }

  /** @param {IntersectionObserverEntry} met */
  #meet({ target, isIntersecting }) {
    const chip = this.chips.get(target);
    for (const one of chip ? [target, chip] : []) {
      if (isIntersecting) this.sizes.observe(one);
      else this.sizes.unobserve(one);
    }
  }

  /**
   * Find the places of chips whose card or words changed their size, or that came near: all is read, then all is written.
   * @param {Element[]} changed  cards and chips
   */
  #settle(changed) {
    const known = { cuts: new Map(), themes: new Map() };
    const chips = new Set(changed.flatMap((one) => this.chips.get(one) ?? []));
    const places = [...chips].flatMap((chip) => {
      const standing = this.standing.get(chip);
      return chip.isConnected && standing ? [{ chip, standing, ...placeOf(chip, standing, known) }] : [];
    });
    for (const { chip, standing, x, y, short, theme } of places) {
      Object.assign(standing, { x, y });
      chip.style.setProperty('--x', `${x}px`);
      chip.style.setProperty('--y', `${y}px`);
      chip.toggleAttribute('data-short', short);
      chip.dataset.theme = theme;
      chip.dataset.placed = '';
    }
  }
}

/**
 * A page took a chip away: how often it did so shortly after it was put there, and how long to leave it in peace.
 * @param {Standing} standing
 * @param {number} now
 */
function takenAway(standing, now) {
  if (!standing.gone) {
    standing.lost = now - standing.put < LASTING_MS ? standing.lost + 1 : 0;
    standing.gone = now;
  }
  const { lost, gone } = standing;
  const pause = lost > PATIENCE ? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (lost - PATIENCE - 1)) : 0;
  return { lost, wait: Math.max(0, gone + pause - now) };
}

/**
 * @param {HTMLElement} chip
 * @param {Standing} standing
 * @param {{cuts: Map<Element, import('./chip-room.js').Box|null>, themes: Map<Element, import('./theme.js').Theme|null>}} known
 *   of the elements around several chips
 */
function placeOf(chip, standing, { cuts, themes }) {
  const { card, x, y } = standing;
  const now = chip.getBoundingClientRect();
  const room = roomAt(card, chip, x, cuts);
  if (!chip.hasAttribute('data-short')) standing.size = now;
  const whole = chipSpot(room, standing.size ?? now);
  const small = shortSize(chip, now);
  const little = whole.hidden ? chipSpot(room, small) : whole;
  const short = little.hidden < whole.hidden;
  const { left, top } = short ? little : whole;
  // Where lines begin at the right, a chip that gets shorter stays at its right edge.
  const far = room.start === 'right' ? left + (short ? small : standing.size ?? now).width - now.right : left - now.left;
  // Unmoved it hangs above the end of its card (chip.css), so that it never makes a page longer.
  const up = y ?? -now.height;
  return { x: Math.round(far + x), y: Math.round(top - now.top + up), short, theme: themeAt(card, themes) };
}

/**
 * The size of a chip that only says what kind of review it is.
 * @param {HTMLElement} chip
 * @param {DOMRect} now
 */
function shortSize(chip, now) {
  const words = chip.shadowRoot?.querySelector('.short')?.getBoundingClientRect();
  if (!words) return now;
  // Which side they stand at depends on the language.
  const edge = Math.min(words.left - now.left, now.right - words.right);
  return { width: words.width + 2 * edge, height: words.height + 2 * (words.top - now.top) };
}
