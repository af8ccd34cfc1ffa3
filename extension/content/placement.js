/** Where the panel may stand: never over the site's own reply box or its buttons, and beside the review where there is room. */

/** @typedef {import('../adapters/types.js').Item} Item */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {'right'|'left'|'bottom'|'top'} Side */
/** @typedef {{side: Side, room: Box}} Place */

const GAP = 12;
const WIDE = 380;
const NARROWEST = 270;
const LOWEST = 180;

/**
 * The first place that leaves all of `kept` uncovered, if possible `wished` too; the side the panel has now is tried
 * first, for a panel that jumps is a nuisance. Null where a window is too small for both.
 * @param {Box[]} kept
 * @param {Box[]} wished
 * @param {Side|null} now
 * @param {{width: number, height: number}} view
 * @returns {Place|null}
 */
export function freePlace(kept, wished, now, view) {
  const places = [
    ...besides([...kept, ...wished], view),
    ...besides([], view),
    ...besides(kept, view),
    ...sheets(kept, view),
  ];
  const ordered = [...places.filter(({ side }) => side === now), ...places.filter(({ side }) => side !== now)];
  return ordered.find(({ room }) => !kept.some((box) => overlap(room, box))) ?? null;
}

/**
 * Full height at the right and at the left, as wide as what stands between leaves.
 * @param {Box[]} boxes
 * @param {{width: number, height: number}} view
 * @returns {Place[]}
 */
function besides(boxes, { width, height }) {
  const most = Math.min(WIDE, width - 2 * GAP);
  const atRight = Math.min(most, width - 2 * GAP - Math.max(0, ...boxes.map(({ right }) => right)));
  const atLeft = Math.min(most, Math.min(width, ...boxes.map(({ left }) => left)) - 2 * GAP);
  const span = { top: GAP, bottom: height - GAP };
  /** @type {Place[]} */
  const places = [
    { side: 'right', room: { left: width - GAP - atRight, right: width - GAP, ...span } },
    { side: 'left', room: { left: GAP, right: GAP + atLeft, ...span } },
  ];
  return places.filter(({ room }) => room.right - room.left >= NARROWEST);
}

/**
 * Below and above what must stay free, the higher of the two first.
 * @param {Box[]} kept
 * @param {{width: number, height: number}} view
 * @returns {Place[]}
 */
function sheets(kept, { width, height }) {
  const seen = kept.filter(({ top, bottom }) => bottom > 0 && top < height);
  const across = { left: width - GAP - Math.min(WIDE, width - 2 * GAP), right: width - GAP };
  const half = height / 2;
  /** @type {Place[]} */
  const places = [
    { side: 'bottom', room: { ...across, top: Math.max(half, ...seen.map(({ bottom }) => bottom + GAP)), bottom: height - GAP } },
    { side: 'top', room: { ...across, top: GAP, bottom: Math.min(half, ...seen.map(({ top }) => top - GAP)) } },
  ];
  const high = places.filter(({ room }) => room.bottom - room.top >= LOWEST);
  return high.sort((one, other) => other.room.bottom - other.room.top - (one.room.bottom - one.room.top));
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
