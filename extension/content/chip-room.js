/** Where at its review a chip hides nothing that is read there: beside a line, or in the gap above the review. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/**
 * `card` is the review; `inner` its content from side to side; `limits` what a chip may not leave; `taken` are words and
 * pictures; `start` is the side where lines begin.
 * @typedef {{card: Box, inner: {left: number, right: number}, limits: Box, taken: Box[], start: 'left'|'right'}} Room
 */

const BESIDE = 6;
const MOST_LINES = 8;

/**
 * The chip's top left corner: at the end of the review's first line where that is free, else in the gap above, else beside a
 * line further down, else before one, else where it hides least.
 * @param {Room} room
 * @param {{width: number, height: number}} size
 * @returns {{left: number, top: number, hidden: number}}  `hidden` is how much of what is read there the chip covers
 */
export function chipSpot(room, { width, height }) {
  const { card, inner, limits, taken, start } = room;
  const sides = [inner.left, Math.max(inner.left, inner.right - width)];
  const [end, begin] = start === 'left' ? sides.reverse() : sides;
  const [first = card.top + height / 2, ...lines] = linesOf(room);
  const gap = gapAbove(room, height);
  const tops = [first, ...(gap === null ? [] : [gap + height / 2]), ...lines].map((middle) => middle - height / 2);
  const boxes = [end, begin].flatMap((left) => tops.map((top) => ({ left, top, right: left + width, bottom: top + height })))
    .filter(({ top, bottom }) => top >= limits.top && bottom <= limits.bottom);
  const spots = boxes.map((box) => ({ ...box, hidden: taken.reduce((sum, other) => sum + shared(box, other), 0) }));
  const least = Math.min(...spots.map(({ hidden }) => hidden));
  return spots.find(({ hidden }) => hidden === least) ?? { left: end, top: Math.max(limits.top, card.top), hidden: Infinity };
}

/**
 * The middles of the first lines, from top to bottom.
 * @param {Room} room
 */
function linesOf({ taken, card }) {
  const inside = taken.filter(({ bottom }) => bottom > card.top).sort((one, other) => one.top - other.top);
  /** @type {number[]} */
  const middles = [];
  for (const { top, bottom } of inside) {
    const middle = (top + bottom) / 2;
    if (middles.length < MOST_LINES && middles.every((known) => Math.abs(known - middle) > 4)) middles.push(middle);
  }
  return middles;
}

/**
 * On the upper edge of the review, as a tab is, where the review before leaves room; null where it does not.
 * @param {Room} room
 * @param {number} height
 */
function gapAbove({ card, limits, taken }, height) {
  const words = Math.min(...taken.filter(({ bottom }) => bottom > card.top).map(({ top }) => top), card.bottom);
  const lowest = words - height;
  return lowest < limits.top - 2 ? null : Math.max(limits.top, Math.min(card.top - height / 2, lowest));
}

/**
 * How much of a box lies under a chip; a little air at its sides counts as the chip.
 * @param {Box} chip
 * @param {Box} other
 */
function shared(chip, other) {
  const wide = Math.min(chip.right + BESIDE, other.right) - Math.max(chip.left - BESIDE, other.left);
  const high = Math.min(chip.bottom, other.bottom) - Math.max(chip.top, other.top);
  return wide > 0 && high > 2 ? wide * high : 0;
}
