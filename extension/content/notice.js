/** Sees a reply posted: what the page now shows under a review is the draft. We never press the site's button ourselves. */

import { ask } from './client.js';
import { keptOf, recall } from './drafts.js';
import { tellNews } from './entry.js';
import { postedIn } from './posted-words.js';

/** @typedef {import('./entry.js').Entry} Entry */

/** Sites show a reply at once, and take it back when it could not be kept: what is recorded has stood a while. */
const STANDS_MS = 1500;

/**
 * Compare each review's reply with what was written for it, and record what was posted.
 * @param {Entry[]} entries
 * @param {AbortSignal} signal  of the visit: what it left unrecorded, the next one of this page sees
 */
export async function noticePosted(entries, signal) {
  await recall(entries.filter((entry) => entry.seen && !entry.draft && (entry.item.review.reply || entry.item.replyElement())));
  for (const entry of entries) {
    const posted = postedNow(entry);
    // Nothing was written here since: the page that was left showed it already.
    if (posted && !entry.draft) await record(entry, posted);
    else if (posted) letStand(entry, signal);
  }
}

/**
 * Record the entry's draft as the posted reply; the worker keeps it until the API has it.
 * @param {Entry} entry
 */
export async function recordPosted(entry) {
  const text = entry.draft?.text.trim();
  if (text && !entry.posted) await record(entry, { text, held: false });
}

/** @type {WeakSet<Entry>} */
const standing = new WeakSet();

/**
 * @param {Entry} entry
 * @param {AbortSignal} signal
 */
function letStand(entry, signal) {
  if (standing.has(entry) || signal.aborted) return;
  standing.add(entry);
  const placed = Boolean(entry.item.replyElement());
  const end = () => {
    clearTimeout(timer);
    removeEventListener('pagehide', settle);
    signal.removeEventListener('abort', end);
    standing.delete(entry);
  };
  const settle = () => {
    end();
    const gone = placed && !entry.item.replyElement();
    const posted = gone ? null : postedNow(entry);
    if (posted) void record(entry, posted);
  };
  const timer = setTimeout(settle, STANDS_MS);
  // Whoever posts and leaves at once has posted.
  addEventListener('pagehide', settle, { once: true });
  signal.addEventListener('abort', end);
}

/**
 * @param {Entry} entry
 * @param {{text: string, held: boolean}} posted
 */
async function record(entry, { text, held }) {
  const { seen, draft } = entry;
  if (!seen || entry.posted) return;
  entry.posted = 'waiting';
  const scenario = (draft ?? keptOf(entry))?.scenario;
  const outcome = await ask({ kind: 'replyPosted', review_id: seen.id, text, posted_at: new Date().toISOString(), scenario });
  entry.posted = outcome.ok ? (outcome.value.recorded ? 'recorded' : 'waiting') : null;
  if (!entry.posted) return;
  entry.draft = null;
  entry.held = held;
  tellNews(entry, 'posted');
}

/** @param {Entry} entry */
function postedNow(entry) {
  const draft = entry.draft ?? keptOf(entry);
  if (!entry.seen || entry.posted || !draft) return null;
  // A site that posts empties the box; what stood in it last is what was sent.
  return postedIn(shownBy(entry), draft.text.trim() ? draft.text : (draft.last ?? ''), draft.before ?? '');
}

/** @param {Entry} entry */
function shownBy({ item }) {
  return { text: item.review.reply?.text ?? '', all: item.replyElement()?.textContent ?? '' };
}
