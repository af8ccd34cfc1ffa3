/** Follows what is typed into the site's reply boxes, so that the posted reply can be told from any other text. */

import { ask } from './client.js';
import { tellNews } from './entry.js';
import { textIn } from './insert.js';
import { boxOf, isField } from './writable.js';

/** @typedef {import('./entry.js').Entry} Entry */

const KEEP_MS = 400;

/**
 * Keep each entry's draft up to date while somebody types, here and with the worker.
 * @param {Map<string, Entry>} entries
 * @param {AbortSignal} signal
 */
export function followDrafts(entries, signal) {
  const on = { capture: true, signal };
  document.addEventListener('input', (event) => heard(entries, event.composedPath()[0]), on);
  document.addEventListener('focusin', (event) => followEditor(entries, event.composedPath()[0], signal), on);
  // What happens in a frame is not heard outside of it, only that the focus goes there.
  addEventListener('blur', () => setTimeout(() => followEditor(entries, focusedInFrame(), signal)), { signal });
  // A press on the site's own button may load another page at once: what is written must be kept by then.
  for (const kind of ['click', 'submit']) document.addEventListener(kind, () => keepAll(entries), on);
  addEventListener('pagehide', () => keepAll(entries), { signal });
}

/**
 * This is what is being answered now.
 * @param {Entry} entry
 * @param {string} text
 * @param {string} [scenario]
 */
export function setDraft(entry, text, scenario) {
  const { draft } = entry;
  const before = draft?.before ?? entry.item.review.reply?.text ?? '';
  // Sites empty the box when they post: the words that stood there last are those to look for.
  const last = text.trim() ? text : (draft?.last ?? draft?.text);
  entry.draft = { text, last, before, scenario: scenario ?? draft?.scenario };
  entry.posted = null;
  tellNews(entry, 'draft');
  clearTimeout(timers.get(entry));
  // What was kept on an earlier visit is asked for before this takes its place.
  timers.set(entry, setTimeout(() => void recall([entry]).then(() => keep(entry)), KEEP_MS));
}

/** @type {Map<Entry, ReturnType<typeof setTimeout>>} */
const timers = new Map();

/** @param {Entry} entry */
function keep(entry) {
  clearTimeout(timers.get(entry));
  timers.delete(entry);
  const { seen, draft } = entry;
  // Typed before anybody knew which review this is: it is kept once that is told.
  if (!seen) entry.news.addEventListener('seen', () => void recall([entry]).then(() => keep(entry)), { once: true });
  // An emptied box is posted or given up; its words are kept until there are others.
  if (!seen || !draft?.text.trim()) return;
  const { text, before, scenario } = draft;
  // From here on the worker has this visit's words: they are no earlier ones.
  if (!recalled.has(entry)) recalled.set(entry, null);
  void ask({ kind: 'draft', review_id: seen.id, text, before, scenario });
}

/**
 * What was written for a review on an earlier visit and never seen posted.
 * @typedef {{text: string, last?: string, before?: string, scenario?: string, at?: number}} Kept
 *
 * @type {WeakMap<Entry, Kept|null>}
 */
const recalled = new WeakMap();

/**
 * Ask the worker, once, what it has kept for these: a page that was left took our memory with it.
 * @param {Entry[]} entries
 */
export async function recall(entries) {
  const wanted = entries.filter((entry) => entry.seen && !recalled.has(entry));
  if (!wanted.length) return;
  const outcome = await ask({ kind: 'drafts', review_ids: wanted.map(({ seen }) => seen?.id ?? '') });
  if (!outcome.ok) return;
  for (const entry of wanted) recalled.set(entry, outcome.value[entry.seen?.id ?? ''] ?? null);
}

/** @param {Entry} entry */
export const keptOf = (entry) => recalled.get(entry) ?? null;

/**
 * The person does not want it any more.
 * @param {Entry} entry
 */
export function throwAway(entry) {
  recalled.set(entry, null);
  if (entry.seen) void ask({ kind: 'draft', review_id: entry.seen.id, text: '' });
}

/** @param {Map<string, Entry>} entries */
function keepAll(entries) {
  for (const entry of entries.values()) {
    if (entry.draft) renew(entry);
    if (timers.has(entry)) keep(entry);
  }
}

/**
 * Some changes come without any event that could be heard.
 * @param {Entry} entry
 */
function renew(entry) {
  const box = boxOf(entry.item);
  const text = box ? textIn(box) : '';
  if (text.trim() && text !== entry.draft?.text) setDraft(entry, text);
}

/**
 * @param {Map<string, Entry>} entries
 * @param {EventTarget|undefined} typed
 */
function heard(entries, typed) {
  const entry = entryAt(entries, typed);
  const box = entry && boxOf(entry.item);
  if (entry && box) setDraft(entry, textIn(box));
}

/**
 * Editors that keep a model of their own cancel the typing and write for themselves: only their elements tell of it.
 * @param {Map<string, Entry>} entries
 * @param {EventTarget|null|undefined} focused
 * @param {AbortSignal} signal
 */
function followEditor(entries, focused, signal) {
  const entry = entryAt(entries, focused);
  const box = entry && boxOf(entry.item);
  if (!entry || !box || isField(box) || followed.has(box)) return;
  followed.add(box);
  let text = textIn(box);
  const observer = new MutationObserver(() => {
    const now = textIn(box);
    if (now !== text) setDraft(entry, now);
    text = now;
  });
  observer.observe(box, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    followed.delete(box);
  });
}

/** @type {WeakSet<Element>} */
const followed = new WeakSet();

/** The element with the focus in the frame that has it. */
function focusedInFrame() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.localName === 'iframe' ? /** @type {HTMLIFrameElement} */ (focused).contentDocument?.activeElement : null;
}

/**
 * @param {Map<string, Entry>} entries
 * @param {EventTarget|null|undefined} target
 */
function entryAt(entries, target) {
  // By what it has: an element of a frame is of that frame's own classes.
  if (!target || !('localName' in target)) return null;
  const typed = /** @type {Element} */ (target);
  const holds = (/** @type {Element|null} */ box) => Boolean(box && (box === typed || box.contains(typed)));
  const all = [...entries.values()];
  return all.find(({ item }) => holds(item.replyBox())) ?? all.find(({ item }) => holds(boxOf(item))) ?? null;
}
