/** At the door of a page of a known site: no reader is fetched, and nothing of the page read, until reviews may stand there. */

import { mayHoldReviews, someMayHold } from '../adapters/may-hold.js';
import { openRoots } from '../adapters/open-roots.js';
import { addressChanged, isHere } from './address.js';
import { attributesRead, pauseAfter } from './watch.js';

/** @typedef {Omit<import('./visit.js').Visit, 'doubted'>} Waiting */

/** Pages fetch their reviews late; this long after all else is there, nothing more is expected. */
const PATIENCE_MS = 5000;

/**
 * Call `enter` once, when reviews may be there, or (`true`) when there should be some by now and none can be seen.
 * @param {Waiting} waiting
 * @param {(doubted: boolean) => void} enter
 */
export function waitAtDoor(waiting, enter) {
  const { signal, adapters } = waiting;
  // On most pages of a known site reviews stand already.
  if (!document.hidden && mayHoldReviews(document, adapters)) return enter(false);
  const entered = new AbortController();
  const over = AbortSignal.any([signal, entered.signal]);
  const go = (/** @type {boolean} */ doubted) => {
    if (over.aborted) return;
    entered.abort();
    enter(doubted);
  };
  lookOut(waiting, over, () => go(false));
  whenSettled(over, async () => {
    const { concernsUs } = await import('./concern.js');
    if (await concernsUs(waiting)) go(true);
  });
}

/**
 * One cheap look now, and again when the page changed; what changes between two looks is not listened to.
 * @param {Waiting} waiting
 * @param {AbortSignal} signal
 * @param {() => void} found
 */
function lookOut({ url, adapters }, signal, found) {
  const wishes = { subtree: true, childList: true, ...attributesWished(adapters) };
  let pause = pauseAfter(0);
  let timer = 0;
  const look = () => {
    if (signal.aborted || document.hidden || !globalThis.chrome?.runtime?.id) return;
    if (!isHere(url)) return addressChanged();
    const start = performance.now();
    if (mayHoldReviews(document, adapters)) return found();
    const roots = adapters.some(({ reviews }) => reviews) ? openRoots(document) : [];
    if (someMayHold(roots, adapters)) return found();
    pause = pauseAfter(performance.now() - start);
    for (const root of [document.documentElement, ...roots]) observer.observe(root, wishes);
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer = setTimeout(() => requestIdleCallback(look, { timeout: pause }), pause);
  });
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
}

/** @param {import('../adapters/types.js').Adapter[]} adapters */
function attributesWished(adapters) {
  const attributes = attributesRead(adapters);
  return attributes.length ? { attributes: true, attributeFilter: attributes } : {};
}

/**
 * Call `act` when the page has had its time. A frame may be a banner, or hold something else on purpose: there never.
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
export function whenSettled(signal, act) {
  if (window.top !== window) return;
  const wait = () => {
    const timer = setTimeout(act, PATIENCE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true, signal });
}
