/** One click on the page that points at something instead of doing what the page would do. */

const OURS = /^AMENDS-/;

/**
 * The element that is clicked next, outlined while the pointer is over it; null when the signal comes first.
 * @param {AbortSignal} signal
 * @returns {Promise<Element | null>}
 */
export function pointedAt(signal) {
  return new Promise((resolve) => {
    const options = { capture: true, signal };
    /** @type {{element: HTMLElement, outline: string} | null} */
    let shown = null;
    const clear = () => {
      if (shown) shown.element.style.outline = shown.outline;
      shown = null;
    };
    const held = (/** @type {Event} */ event) => {
      if (isOurs(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== 'click') return;
      clear();
      resolve(/** @type {Element} */ (event.composedPath()[0]));
    };
    for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'pointerup', 'click']) document.addEventListener(kind, held, options);
    document.addEventListener('mouseover', (event) => {
      clear();
      if (isOurs(event) || !(event.target instanceof HTMLElement)) return;
      shown = { element: event.target, outline: event.target.style.outline };
      event.target.style.outline = '3px solid #2f6fde';
    }, options);
    signal.addEventListener('abort', () => {
      clear();
      resolve(null);
    });
  });
}

/** @param {Event} event */
function isOurs(event) {
  return event.composedPath().some((node) => node instanceof Element && OURS.test(node.nodeName));
}
