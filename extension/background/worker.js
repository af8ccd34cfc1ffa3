/** The worker: the only holder of the token and the only caller of the API. All listeners stand at top level, or a wake-up is missed. */

import { refreshAdapters } from './adapters.js';
import { ApiProblem } from './api.js';
import { answers } from './answers.js';
import { showReady } from './badge.js';
import { refreshListings } from './listings.js';
import { OWN_PAGES_ONLY } from './messages.js';
import { flushOutbox } from './outbox.js';
import { lockStorage, saved } from './saved.js';
import { registerSites } from './sites.js';
import { refreshWho } from './who.js';

/**
 * @typedef {import('./messages.js').Message} Message
 * @typedef {import('./messages.js').Problem} Problem
 */

const REFRESH_MINUTES = 30;
const LONGEST_PROBLEM = 500;

void lockStorage();

chrome.runtime.onInstalled.addListener(async () => {
  await chrome.alarms.create('refresh', { periodInMinutes: REFRESH_MINUTES });
  // The browser forgets what was registered when the extension is updated.
  await registerSites();
  // Not openOptionsPage: that takes over an empty tab in which somebody may be going elsewhere.
  if (!(await saved()).token) await chrome.tabs.create({ url: chrome.runtime.getURL('options/options.html') });
});

chrome.runtime.onStartup.addListener(async () => {
  await chrome.alarms.create('refresh', { periodInMinutes: REFRESH_MINUTES });
  await refresh();
});

chrome.permissions.onAdded.addListener(() => void registerSites());
chrome.permissions.onRemoved.addListener(() => void registerSites());

chrome.alarms.onAlarm.addListener(async (alarm) => {
  if (alarm.name === 'outbox') await flushOutbox();
  if (alarm.name === 'refresh') await refresh();
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  void answer(/** @type {Message} */ (message), sender).then(
    (value) => respond({ ok: true, value: value ?? null }),
    (error) => respond({ ok: false, problem: problemFrom(error) }),
  );
  return true;
});

/**
 * @param {Message} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
async function answer(message, sender) {
  if (sender.id !== chrome.runtime.id) throw new Error('A message from elsewhere was not read.');
  const known = answers[message.kind];
  if (!known) throw new Error(`There is no message "${message.kind}".`);
  if (OWN_PAGES_ONLY.has(message.kind) && !fromOwnPage(sender)) {
    throw new ApiProblem({ kind: 'forbidden', detail: 'Only the extension’s own pages may do that.' });
  }
  return /** @type {(message: Message) => Promise<unknown>} */ (known)(message);
}

/** @param {chrome.runtime.MessageSender} sender */
function fromOwnPage(sender) {
  return sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
}

/**
 * @param {unknown} error
 * @returns {Problem}
 */
function problemFrom(error) {
  if (error instanceof ApiProblem) return { ...error.problem, detail: error.problem.detail?.slice(0, LONGEST_PROBLEM) };
  return { kind: 'failed', detail: String(error instanceof Error ? error.message : error).slice(0, LONGEST_PROBLEM) };
}

async function refresh() {
  if (!(await saved()).token) return;
  try {
    await refreshListings();
    await refreshWho();
    await showReady();
    await refreshAdapters();
  } catch {
    // Offline: what is cached stays good, and the next alarm tries again.
  }
}
