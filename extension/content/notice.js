/** Sees a reply posted: what the page now shows under a review is the draft. We never press the site's button ourselves. */

import { ask } from './client.js';
import { tellNews } from './entry.js';
import { sameWords } from './insert.js';

/** @typedef {import('./entry.js').Entry} Entry */

/**
 * Compare each review's reply with what was written for it, and record what was posted.
 * @param {Entry[]} entries
 */
export async function noticePosted(entries) {
  await recallDrafts(entries.filter((entry) => entry.seen && !entry.draft && repliesOf(entry).length));
  for (const entry of entries) {
    if (isPosted(entry)) await recordPosted(entry);
  }
}

/**
 * Record the entry's draft as the posted reply; the worker keeps it until the API has it.
 * @param {Entry} entry
 */
export async function recordPosted(entry) {
  const { seen, draft } = entry;
  if (!seen || !draft?.text.trim() || entry.posted) return;
  entry.posted = 'waiting';
  const { text, scenario } = draft;
  const outcome = await ask({
    kind: 'replyPosted', review_id: seen.id, text: text.trim(), posted_at: new Date().toISOString(), scenario,
  });
  entry.posted = outcome.ok ? (outcome.value.recorded ? 'recorded' : 'waiting') : null;
  if (!entry.posted) return;
  entry.draft = null;
  tellNews(entry, 'posted');
}

/** @param {Entry} entry */
function isPosted(entry) {
  const { draft, posted, seen } = entry;
  if (!seen || posted || !draft?.text.trim()) return false;
  return !sameWords(draft.text, draft.before ?? '') && repliesOf(entry).some((reply) => sameWords(reply, draft.text));
}

/**
 * The reply the page shows, as the adapter read it and as its element says it.
 * @param {Entry} entry
 * @returns {string[]}
 */
function repliesOf({ item }) {
  const shown = [item.review.reply?.text, item.replyElement()?.textContent];
  return shown.flatMap((text) => (text?.trim() ? [text] : []));
}

/**
 * A site that loads a new page after posting took our memory with it; the worker has kept the drafts.
 * @param {Entry[]} entries
 */
async function recallDrafts(entries) {
  const wanted = entries.filter((entry) => !recalled.has(entry));
  if (!wanted.length) return;
  wanted.forEach((entry) => recalled.add(entry));
  const outcome = await ask({ kind: 'drafts', review_ids: wanted.map(({ seen }) => seen?.id ?? '') });
  if (!outcome.ok) return;
  for (const entry of wanted) entry.draft = outcome.value[entry.seen?.id ?? ''] ?? null;
}

/** @type {WeakSet<Entry>} */
const recalled = new WeakSet();
