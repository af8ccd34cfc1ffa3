/** Notices reviews that arrive late: a page's changes, gathered into at most one look each half second. */

const PAUSE_MS = 500;
const OURS = new Set(['AMENDS-CHIP', 'AMENDS-BAR', 'AMENDS-PANEL']);

/**
 * Call `look` after the page changed; its own work never overlaps, and our own elements do not count as changes.
 * @param {() => Promise<void>} look
 * @param {AbortSignal} signal
 */
export function watchPage(look, signal) {
  let waiting = false;
  const run = async () => {
    if (signal.aborted) return;
    await look();
    waiting = false;
  };
  const observer = new MutationObserver((changes) => {
    if (waiting || changes.every(isOurs)) return;
    waiting = true;
    setTimeout(() => void run(), PAUSE_MS);
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** @param {MutationRecord} change */
function isOurs({ addedNodes, removedNodes }) {
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every((node) => OURS.has(node.nodeName) && node.isConnected);
}
