/** Where the panel may stand: never over the site's own reply box or its buttons. */

/** @typedef {import('../adapters/types.js').Item} Item */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {'right'|'left'|'bottom'|'top'} Side */

const GAP = 12;
const WIDE = 380;
const SHEET = 0.45;

/**
 * The sides of the window, best first, with the room the panel would take there.
 * @param {number} width
 * @param {number} height
 * @returns {[Side, Box][]}
 */
export function rooms(width, height) {
  const wide = Math.min(WIDE, width - 2 * GAP);
  const sheet = Math.round(height * SHEET);
  return [
    ['right', { left: width - GAP - wide, right: width - GAP, top: GAP, bottom: height - GAP }],
    ['left', { left: GAP, right: GAP + wide, top: GAP, bottom: height - GAP }],
    ['bottom', { left: width - GAP - wide, right: width - GAP, top: height - GAP - sheet, bottom: height - GAP }],
    ['top', { left: width - GAP - wide, right: width - GAP, top: GAP, bottom: GAP + sheet }],
  ];
}

/**
 * The first side that leaves all of `kept` uncovered; the side it has now is tried first, for a panel that jumps is a nuisance.
 * @param {Box[]} kept
 * @param {Side|null} now
 * @param {number} width
 * @param {number} height
 * @returns {[Side, Box]|null}
 */
export function freeRoom(kept, now, width, height) {
  const all = rooms(width, height);
  const ordered = [...all.filter(([side]) => side === now), ...all.filter(([side]) => side !== now)];
  return ordered.find(([, room]) => !kept.some((box) => overlap(room, box))) ?? null;
}

/**
 * What must stay in view of an item: its box with the buttons that go with it, or what opens the box.
 * @param {Item} item
 * @returns {Box[]}
 */
export function keptFree(item) {
  const box = item.replyBox();
  const parts = box ? [box, ...buttonsNear(box)] : [item.replyOpener()];
  return parts.flatMap((part) => (part ? [part.getBoundingClientRect()] : [])).filter(({ width, height }) => width && height);
}

/** @param {Element} box */
function buttonsNear(box) {
  for (let around = box.parentElement, depth = 0; around && depth < 5; around = around.parentElement, depth += 1) {
    const buttons = around.querySelectorAll('button, [type=submit], [role=button]');
    if (buttons.length) return [...buttons];
  }
  return [];
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
