/** Marks on the page while it is taught: an outline that follows the pointer, and a line around every review that would be read. */

import { el } from '../panel/dom.js';

const REVIEW = 'outline: 3px solid #1f6f54 !important; outline-offset: 2px !important;';
const LOOKED_AT = 'outline: 4px solid #2f6fde !important; outline-offset: 4px !important;';
const EDGE = 4;

/**
 * An outline in our own layer, so that nothing of the page moves; it follows the element while the page scrolls.
 * @param {ShadowRoot} root
 * @param {(rect: DOMRect) => void} drawn  told where, when it was not the mouse that led there
 * @param {AbortSignal} signal
 */
export function makeOutline(root, drawn, signal) {
  const box = el('div', { class: 'outline', hidden: true });
  root.prepend(box);
  let led = false;
  /** @type {Element | null} */
  let around = null;
  let waiting = 0;
  const draw = () => {
    waiting = 0;
    box.hidden = !around?.isConnected;
    if (!around || box.hidden) return;
    const rect = around.getBoundingClientRect();
    const { left, top, width, height } = rect;
    Object.assign(box.style, { left: `${left - EDGE}px`, top: `${top - EDGE}px`, width: `${width + 2 * EDGE}px`, height: `${height + 2 * EDGE}px` });
    if (led) drawn(rect);
    led = false;
  };
  const later = () => {
    waiting ||= requestAnimationFrame(draw);
  };
  addEventListener('scroll', later, { capture: true, passive: true, signal });
  addEventListener('resize', later, { passive: true, signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(waiting));
  return (/** @type {Element | null} */ element, /** @type {{guessed?: boolean, led?: boolean}} */ how = {}) => {
    around = element;
    led = how.led === true;
    box.classList.toggle('guessed', how.guessed === true);
    later();
  };
}

/**
 * Lines around what a selector finds on the page, until the signal aborts: one sheet, and no element of the page touched.
 * @param {string[]} selectors  the first that finds something is marked
 * @param {AbortSignal} signal
 * @returns {(lookedAt: Element | null) => void} marks one of them as the one that is looked at
 */
export function markReviews(selectors, signal) {
  const selector = selectors.find((one) => document.querySelector(one));
  if (!selector) return () => undefined;
  const all = [...document.querySelectorAll(selector)];
  const rules = (/** @type {Element | null} */ one) => {
    const place = one ? all.indexOf(one) : -1;
    const way = place < 0 ? '' : pathOf(all[place]);
    return `:is(${selector}) { ${REVIEW} }${way ? ` ${way} { ${LOOKED_AT} }` : ''}`;
  };
  const write = lentSheet(signal);
  write(rules(null));
  return (one) => write(rules(one));
}

/** @param {Element} element a selector that finds it alone, now */
function pathOf(element) {
  const steps = [];
  for (let here = element; here.parentElement; here = here.parentElement) {
    steps.unshift(`:nth-child(${[...here.parentElement.children].indexOf(here) + 1})`);
  }
  return `:root > ${steps.join(' > ')}`;
}

/**
 * A style sheet on the page that goes when the signal aborts.
 * @param {AbortSignal} signal
 * @returns {(text: string) => void}
 */
function lentSheet(signal) {
  try {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    signal.addEventListener('abort', () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });
    return (text) => sheet.replaceSync(text);
  } catch {
    // Firefox's content scripts may not set adopted sheets (bug 1751346).
    const style = el('style');
    document.head.append(style);
    signal.addEventListener('abort', () => style.remove());
    return (text) => {
      style.textContent = text;
    };
  }
}
