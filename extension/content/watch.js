/** Notices reviews that arrive late: a page's changes, gathered into at most one look each half second. */

const PAUSE_MS = 500;
const OURS = new Set(['AMENDS-CHIP', 'AMENDS-BAR', 'AMENDS-PANEL', 'AMENDS-MARKS']);

/**
 * Look now, and again after the page changed. Looks never overlap, a change during one is not missed, and our own
 * elements do not count as changes.
 * @param {() => Promise<void>} look
 * @param {AbortSignal} signal
 */
export function watchPage(look, signal) {
  let timer = 0;
  let busy = false;
  const run = async () => {
    timer = 0;
    if (signal.aborted) return;
    if (busy) return later();
    busy = true;
    try {
      await look();
    } finally {
      busy = false;
    }
  };
  const later = () => {
    if (!timer) timer = setTimeout(() => void run(), PAUSE_MS);
  };
  const observer = new MutationObserver((changes) => {
    if (!changes.every(isOurs)) later();
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  void run();
}

/** @param {MutationRecord} change */
function isOurs({ addedNodes, removedNodes }) {
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every((node) => OURS.has(node.nodeName) && node.isConnected);
}
