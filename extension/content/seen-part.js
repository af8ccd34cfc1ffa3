/** Which part of a box is in sight: not scrolled away in something around it, and nothing lying over it. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/**
 * The part in sight, null where there is none or something else lies over its middle.
 * @param {Element} box
 * @returns {Box|null}
 */
export function seenPart(box) {
  if (!box.isConnected) return null;
  let part = within(box.getBoundingClientRect(), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  let { position } = getComputedStyle(box);
  for (let around = parentOf(box); around && around !== document.body && position !== 'fixed'; around = parentOf(around)) {
    const style = getComputedStyle(around);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') part = within(part, around.getBoundingClientRect());
    position = style.position;
  }
  return part.right > part.left && part.bottom > part.top && !isCovered(box, part) ? part : null;
}

/**
 * @param {Element} element
 * @returns {Element|null}
 */
function parentOf(element) {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {Box}
 */
function within(one, other) {
  return {
    left: Math.max(one.left, other.left), top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom),
  };
}

/**
 * @param {Element} box
 * @param {Box} part
 */
function isCovered(box, { left, top, right, bottom }) {
  const root = /** @type {Document|ShadowRoot} */ (box.getRootNode());
  const met = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return Boolean(met && !box.contains(met) && !met.contains(box));
}
