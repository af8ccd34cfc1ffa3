/** The way to the panel: what it is made of is fetched when it is opened first, for most pages are only read. */

/** @typedef {import('./entry.js').Entry} Entry */

/** @type {typeof import('./panel-host.js')|null} */
let host = null;

/**
 * Open the panel for an entry.
 * @param {Entry} entry
 * @param {() => Promise<void>} refresh
 * @param {AbortSignal} signal
 */
export async function openPanel(entry, refresh, signal) {
  host ??= await import('./panel-host.js');
  if (!signal.aborted) host.openPanel(entry, refresh, signal);
}

/** Take the panel away, if there is one. */
export function closePanel() {
  host?.closePanel();
}
