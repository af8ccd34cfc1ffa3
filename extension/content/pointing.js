/** Pointing at something on the page, by mouse or by keys, instead of doing what the page would do with it. */

const OURS = /^AMENDS-/;
const BLOCKED = ['pointerdown', 'mousedown', 'mouseup', 'pointerup', 'click', 'dblclick', 'auxclick', 'contextmenu'];

/** @typedef {'next' | 'previous' | 'up' | 'down'} Direction */
/**
 * @typedef {object} Pointing
 * @property {Element[]} candidates  what keys go through, in reading order
 * @property {(element: Element, led: boolean) => void} over  called with what would be taken; `led` there by keys, not by the mouse
 * @property {(element: Element) => void} take
 * @property {AbortSignal} signal
 *
 * @typedef {{show: (element: Element) => void, move: (direction: Direction) => void, take: () => void}} Pointer
 */

/**
 * Listen to the page until the signal aborts; the pointer it gives moves by keys.
 * @param {Pointing} pointing
 * @returns {Pointer}
 */
export function startPointing({ candidates, over, take, signal }) {
  /** @type {Element | null} */
  let now = null;
  /** @type {Element[]} */
  let inside = [];
  const show = (/** @type {Element} */ element, led = true, /** @type {Element[]} */ way = []) => {
    now = element;
    inside = way;
    over(element, led);
  };
  const move = (/** @type {Direction} */ direction) => {
    const found = stepFrom(now, direction, candidates, inside);
    if (!found) return;
    show(found, true, direction === 'up' && now ? [now, ...inside] : direction === 'down' ? inside.slice(1) : []);
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  followMouse((element) => show(element, false), take, signal);
  return { show, move, take: () => now && take(now) };
}

/**
 * @param {(element: Element) => void} show
 * @param {(element: Element) => void} take
 * @param {AbortSignal} signal
 */
function followMouse(show, take, signal) {
  const options = { capture: true, signal };
  const held = (/** @type {Event} */ event) => {
    // What the page's own scripts press is the page's; a person points.
    if (isOurs(event) || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [element] = event.composedPath();
    if (event.type === 'click' && element instanceof Element) take(element);
  };
  for (const kind of BLOCKED) addEventListener(kind, held, options);
  addEventListener('mouseover', (event) => {
    const [element] = event.composedPath();
    if (!isOurs(event) && element instanceof Element && !/^(?:HTML|BODY)$/.test(element.nodeName)) show(element);
  }, options);
}

/**
 * Where a key leads: the next or previous candidate beside this one, the box around it, or back into it.
 * @param {Element | null} now
 * @param {Direction} direction
 * @param {Element[]} candidates
 * @param {Element[]} inside  where one came from going up
 * @returns {Element | null | undefined}
 */
function stepFrom(now, direction, candidates, inside) {
  if (!now) return candidates.find(isShown);
  if (direction === 'up') return now.parentElement && !/^(?:HTML|BODY)$/.test(now.parentElement.nodeName) ? now.parentElement : null;
  if (direction === 'down') return inside[0] ?? [...now.children].find(isShown);
  const side = direction === 'next' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const beside = candidates.filter((one) => now.compareDocumentPosition(one) & side && !now.contains(one) && !one.contains(now));
  return (direction === 'next' ? beside : beside.reverse()).find(isShown);
}

/** @param {Element} element */
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

/** @param {Event} event */
function isOurs(event) {
  return event.composedPath().some((node) => node instanceof Element && OURS.test(node.nodeName));
}
