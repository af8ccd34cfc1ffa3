/** The toolbar button's badge: how many follow-ups are ready to be posted. */

import { call } from './api.js';

/** Ask how many are ready, and show it. */
export async function showReady() {
  const { items } = await call('GET', '/followups?state=ready');
  await readyCount(items);
}

/**
 * Show how many of these are ready; no badge for none.
 * @param {{state: string}[]} followups
 */
export async function readyCount(followups) {
  const ready = followups.filter(({ state }) => state === 'ready').length;
  await chrome.action.setBadgeText({ text: ready ? String(ready) : '' });
  await chrome.action.setBadgeBackgroundColor({ color: '#1f6f54' });
}
