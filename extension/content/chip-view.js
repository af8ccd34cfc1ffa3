/** What a chip must know of the page around it: words and pictures in its way, edges that would cut it. Reads layout only. */

/** @typedef {import('./chip-room.js').Box} Box */
/** @typedef {import('./chip-room.js').Room} Room */

const MOST_NODES = 200;
const STEPS_UP = 5;
/** How far a chip may reach out of a review when nothing is known of what stands above. */
const BOLD = 8;
const PICTURES = new Set(['img', 'svg', 'video', 'canvas', 'input', 'textarea', 'select', 'button', 'iframe']);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'amends-chip']);

/**
 * The room for a chip at a review.
 * @param {Element} card
 * @param {HTMLElement} chip  in its card; where it would stand unmoved tells how far the card's content is from its edge
 * @param {number} moved  how far to the right it was moved
 * @param {Map<Element, Box|null>} cuts  what is known already of elements that cut what leaves them
 * @returns {Room}
 */
export function roomAt(card, chip, moved, cuts) {
  const box = card.getBoundingClientRect();
  const own = chip.getBoundingClientRect();
  const start = getComputedStyle(card).direction === 'rtl' ? 'right' : 'left';
  const edge = start === 'left' ? own.left - moved - box.left : box.right - (own.right - moved);
  const inset = edge >= 0 && edge < box.width / 4 ? edge : 0;
  const edges = { left: box.left, top: aboveOf(card, box), right: box.right, bottom: box.bottom };
  const limits = cutBy(card, edges, cuts);
  return {
    card: box, start, inner: innerOf(box, inset, limits, own.width), limits,
    taken: takenIn(card.shadowRoot ?? card, (box.width * box.height) / 2),
  };
}

/**
 * The content from side to side, as far as a person sees it without scrolling sideways.
 * @param {Box} box
 * @param {number} inset
 * @param {Box} limits
 * @param {number} width  what must fit
 */
function innerOf(box, inset, limits, width) {
  const inner = { left: box.left + inset, right: box.right - inset };
  const window = { left: -scrollX, right: document.documentElement.clientWidth - scrollX };
  const seen = {
    left: Math.max(inner.left, limits.left, window.left + inset), right: Math.min(inner.right, limits.right, window.right - inset),
  };
  return seen.right - seen.left >= width ? seen : inner;
}

/**
 * Boxes of the first words and pictures in an element.
 * @param {Node} root
 * @param {number} largest  what is larger lies below the words, not beside them
 * @returns {Box[]}
 */
function takenIn(root, largest) {
  /** @type {Box[]} */
  const taken = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    (UNSEEN.has(/** @type {Element} */ (node).localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let left = MOST_NODES;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.shadowRoot) taken.push(...takenIn(node.shadowRoot, largest));
      if (!PICTURES.has(node.localName) && node.firstChild) continue;
      taken.push(...[node.getBoundingClientRect()].filter(({ width, height }) => width * height < largest));
    } else if (/\S/.test(/** @type {Text} */ (node).data) && isSeen(node.parentElement)) {
      range.selectNodeContents(node);
      taken.push(...range.getClientRects());
    }
    left -= 1;
  }
  return taken.filter(({ left: from, right, top, bottom }) => right > from && bottom > top);
}

/**
 * Words for the ear only stand in boxes of a pixel.
 * @param {Element|null} parent
 */
function isSeen(parent) {
  if (!parent) return true;
  const { width, height } = parent.getBoundingClientRect();
  return (width > 2 && height > 2) || getComputedStyle(parent).display === 'contents';
}

/**
 * Down to where what stands above the review reaches.
 * @param {Element} card
 * @param {Box} box
 */
function aboveOf(card, { top }) {
  let element = card;
  for (let step = 0; step < STEPS_UP; step += 1) {
    const before = element.previousElementSibling;
    if (before) {
      const { bottom, height } = before.getBoundingClientRect();
      if (height) return bottom <= top + 1 ? bottom : top - BOLD;
    }
    if (!before && !element.parentElement) break;
    element = before ?? /** @type {Element} */ (element.parentElement);
  }
  return top - BOLD;
}

/**
 * The limits without what the elements around cut off.
 * @param {Element} card
 * @param {Box} limits
 * @param {Map<Element, Box|null>} cuts
 */
function cutBy(card, limits, cuts) {
  let { left, top, right, bottom } = limits;
  for (let element = /** @type {Element|null} */ (card); element && element !== document.body; element = element.parentElement) {
    let cut = cuts.get(element);
    if (cut === undefined) cuts.set(element, (cut = isCutting(element) ? element.getBoundingClientRect() : null));
    if (!cut) continue;
    [left, top] = [Math.max(left, cut.left), Math.max(top, cut.top)];
    [right, bottom] = [Math.min(right, cut.right), Math.min(bottom, cut.bottom)];
  }
  return { left, top, right, bottom };
}

/** @param {Element} element */
function isCutting(element) {
  const { overflowX, overflowY, contain, contentVisibility } = getComputedStyle(element);
  return overflowX !== 'visible' || overflowY !== 'visible' || /paint|strict|content/.test(contain) || contentVisibility === 'auto';
}
