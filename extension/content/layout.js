/** Tells when things on the page may stand elsewhere than before: scrolled, resized, opened, typed in. */

/**
 * Call `place` now and, at most once a frame, whenever one of `parts` may have moved or grown.
 * @param {(Element|null)[]} parts
 * @param {() => void} place
 * @param {AbortSignal} signal
 * @returns {() => void} asks for one more look
 */
export function followLayout(parts, place, signal) {
  let due = 0;
  const later = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(place);
  };
  addEventListener('resize', later, { signal });
  // A scroll inside a shadow root is not heard outside of it.
  for (const root of new Set([document, ...parts.flatMap((part) => (part ? [part.getRootNode()] : []))])) {
    root.addEventListener('scroll', later, { capture: true, passive: true, signal });
    for (const kind of ['input', 'click', 'focusin', 'transitionend']) root.addEventListener(kind, later, { capture: true, signal });
  }
  // A box that opens below others moves without any event of its own.
  const sizes = new ResizeObserver(later);
  for (const part of [document.documentElement, ...parts]) if (part) sizes.observe(part);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(due);
  });
  place();
  return later;
}
