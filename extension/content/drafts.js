/** Follows what is typed into the site's reply boxes, so that the posted reply can be told from any other text. */

import { ask } from './client.js';
import { tellNews } from './entry.js';
import { textIn } from './insert.js';

/** @typedef {import('./entry.js').Entry} Entry */

const KEEP_MS = 400;

/**
 * Keep each entry's draft up to date while somebody types, here and with the worker.
 * @param {Map<string, Entry>} entries
 * @param {AbortSignal} signal
 */
export function followDrafts(entries, signal) {
  document.addEventListener('input', (event) => {
    const typed = event.composedPath()[0];
    if (!(typed instanceof Element)) return;
    const entry = entryAt(entries, typed);
    if (entry) setDraft(entry, textIn(/** @type {Element} */ (entry.item.replyBox())));
  }, { capture: true, signal });
  // A press on the site's own button may load another page at once: what is written must be kept by then.
  for (const kind of ['click', 'submit']) document.addEventListener(kind, () => keepAll(entries), { capture: true, signal });
  addEventListener('pagehide', () => keepAll(entries), { signal });
}

/**
 * This is what is being answered now.
 * @param {Entry} entry
 * @param {string} text
 * @param {string} [scenario]
 */
export function setDraft(entry, text, scenario) {
  const before = entry.draft?.before ?? entry.item.review.reply?.text ?? '';
  entry.draft = { text, before, scenario: scenario ?? entry.draft?.scenario };
  entry.posted = null;
  tellNews(entry, 'draft');
  clearTimeout(timers.get(entry));
  timers.set(entry, setTimeout(() => keep(entry), KEEP_MS));
}

/** @type {Map<Entry, ReturnType<typeof setTimeout>>} */
const timers = new Map();

/** @param {Entry} entry */
function keep(entry) {
  clearTimeout(timers.get(entry));
  timers.delete(entry);
  if (entry.seen && entry.draft) void ask({ kind: 'draft', review_id: entry.seen.id, ...entry.draft });
}

/** @param {Map<string, Entry>} entries */
function keepAll(entries) {
  for (const entry of entries.values()) if (timers.has(entry)) keep(entry);
}

/**
 * @param {Map<string, Entry>} entries
 * @param {Element} typed
 */
function entryAt(entries, typed) {
  for (const entry of entries.values()) {
    const box = entry.item.replyBox();
    if (box && (box === typed || box.contains(typed))) return entry;
  }
  return null;
}
