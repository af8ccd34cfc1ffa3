/** What a person sees of this document: all of the window, or, in a frame, the part that is in sight of the page around it. */

/** @typedef {import('./placement.js').Box} Box */

/** In a frame of 3,000 pixels the panel follows every 15 of them. */
const STEPS = 200;

/**
 * Follow which part is in sight; in a frame nobody hears the page around it being scrolled.
 * @param {() => void} moved
 * @param {AbortSignal} signal
 * @returns {() => Box}
 */
export function followView(moved, signal) {
  const all = () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  if (window.top === window) return all;
  /** @type {Box|null} */
  let seen = null;
  const thresholds = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const observer = new IntersectionObserver((changes) => {
    const { intersectionRect, isIntersecting } = changes[changes.length - 1];
    seen = isIntersecting ? intersectionRect : seen;
    moved();
  }, { threshold: thresholds });
  observer.observe(document.documentElement);
  signal.addEventListener('abort', () => observer.disconnect());
  return () => seen ?? all();
}
