/** One visit to one address: read its reviews, ask about those that are new, and keep a chip beside each. */

import { removeBar, showOursBar, showProblemBar, showReadBar, showReaderBar } from './bar.js';
import { placeChip, removeChips } from './chips.js';
import { ask } from './client.js';
import { followDrafts } from './drafts.js';
import { entryFor, keyOf, tellNews } from './entry.js';
import { noticePosted } from './notice.js';
import { pageNow } from './page-now.js';
import { closePanel, openPanel } from './panel-host.js';
import { watchPage } from './watch.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 * @typedef {import('../adapters/types.js').Item} Item
 * @typedef {{url: string, adapters: Adapter[], mode: 'adapter'|'structured', asked: boolean, signal: AbortSignal}} Visit
 * @typedef {Visit & {entries: Map<string, Entry>, standing: 'unknown'|'ours'|'not ours'|'failed', listing: string|null,
 *   guess: 'open'|'yes'|'no'|'teaching'}} Visiting
 */

/**
 * Look now, and again whenever the page changes, until `signal` aborts.
 * @param {Visit} visit
 */
export function startVisit(visit) {
  /** @type {Visiting} */
  const visiting = { ...visit, entries: new Map(), standing: 'unknown', listing: null, guess: 'open' };
  visit.signal.addEventListener('abort', () => leave(visiting));
  followDrafts(visiting.entries, visit.signal);
  watchPage(() => look(visiting), visit.signal);
  const everyMinute = setInterval(() => drawChips(visiting), 60_000);
  visit.signal.addEventListener('abort', () => clearInterval(everyMinute));
}

/** @param {Visiting} visiting */
function leave({ entries }) {
  closePanel();
  removeBar();
  removeChips(entries.values());
}

/** @param {Visiting} visiting */
async function look(visiting) {
  const page = await pageNow(visiting, () => void look(visiting));
  if (!page || visiting.signal.aborted) return;
  const { listing, listingName, items } = page;
  if (!items.length) {
    if (visiting.asked && visiting.guess !== 'no' && visiting.standing === 'unknown') showReadBar(0, visiting.signal);
    const doubt = { listing, isEmpty: () => !visiting.entries.size, lookAgain: () => void look(visiting) };
    if (!visiting.asked) void import('./unreadable.js').then(({ waitForReviews }) => waitForReviews(visiting, doubt));
    return;
  }
  const place = listing ?? `web:${new URL(visiting.url).hostname}`;
  if (visiting.listing !== place) Object.assign(visiting, { listing: place, standing: 'unknown' });
  if (visiting.standing === 'unknown') visiting.standing = await standing(visiting, place, listingName);
  if (visiting.standing !== 'not ours' && !visiting.signal.aborted) await observe(visiting, items, place);
}

/**
 * Is this place ours? The worker knows without asking anybody; what is not ours is not sent.
 * @param {Visiting} visiting
 * @param {string} place
 * @param {string} [name]
 * @returns {Promise<Visiting['standing']>}
 */
async function standing(visiting, place, name) {
  const outcome = await ask({ kind: 'status' });
  if (!outcome.ok || visiting.signal.aborted) return 'not ours';
  const { paired, listings, not_ours: notOurs, staff, address } = outcome.value;
  if (!paired) {
    if (visiting.asked) showProblemBar({ kind: 'unpaired', address }, null, visiting.signal);
    return 'not ours';
  }
  const ours = listings.some(({ id }) => id === place);
  if (staff?.role === 'reader') {
    if (ours || visiting.asked) showReaderBar(ours, visiting.signal);
    return 'not ours';
  }
  if (!ours && (visiting.asked || !notOurs.includes(place))) {
    showOursBar(place, name, () => void makeOurs(visiting, place, name), visiting.signal);
  }
  return ours ? 'ours' : 'not ours';
}

/**
 * @param {Visiting} visiting
 * @param {string} place
 * @param {string} [name]
 */
async function makeOurs(visiting, place, name) {
  const outcome = await ask({ kind: 'addListing', id: place, platform: place.split(':')[0], name });
  if (!outcome.ok) {
    showProblemBar(outcome.problem, () => void makeOurs(visiting, place, name), visiting.signal);
    return;
  }
  removeBar();
  visiting.standing = 'unknown';
  await look(visiting);
}

/**
 * @param {Visiting} visiting
 * @param {Item[]} items
 * @param {string} place
 */
async function observe(visiting, items, place) {
  const entries = items.map((item) => keep(visiting, item));
  // First, and also while Amends cannot be reached: the worker keeps what was posted.
  await noticePosted(entries);
  if (visiting.standing === 'failed') return;
  const fresh = entries.filter((entry) => !entry.seen || entry.print !== printOf(entry.item));
  if (fresh.length && !(await askAbout(visiting, fresh, place))) return;
  drawChips(visiting);
  await noticePosted(entries);
}

/**
 * @param {Visiting} visiting
 * @param {Item} item
 */
function keep({ entries }, item) {
  const entry = entries.get(keyOf(item)) ?? entryFor(item);
  entry.item = item;
  entries.set(entry.key, entry);
  return entry;
}

/** @param {Item} item */
const printOf = ({ review }) => JSON.stringify(review);

/**
 * @param {Visiting} visiting
 * @param {Entry[]} fresh
 * @param {string} place
 */
async function askAbout(visiting, fresh, place) {
  const prints = fresh.map(({ item }) => printOf(item));
  const reviews = fresh.map(({ item }) => ({ ...item.review, listing: item.review.listing ?? place }));
  const outcome = await ask({ kind: 'observe', page_url: visiting.url, reviews });
  if (visiting.signal.aborted) return false;
  if (!outcome.ok) {
    visiting.standing = 'failed';
    showProblemBar(outcome.problem, () => {
      visiting.standing = 'unknown';
      removeBar();
      void look(visiting);
    }, visiting.signal);
    return false;
  }
  fresh.forEach((entry, index) => {
    entry.print = prints[index];
    entry.seen = outcome.value.reviews[index]?.id ? outcome.value.reviews[index] : entry.seen;
    tellNews(entry, 'seen');
  });
  return true;
}

/**
 * What is known of a review changed: it was tied to an issue, say.
 * @param {Visiting} visiting
 * @param {Entry} entry
 */
async function askAgain(visiting, entry) {
  if (await askAbout(visiting, [entry], visiting.listing ?? '')) drawChips(visiting);
}

/** @param {Visiting} visiting */
function drawChips(visiting) {
  /** @type {HTMLElement[]} */
  const homeless = [];
  for (const entry of visiting.entries.values()) {
    if (!entry.seen) continue;
    const chip = placeChip(entry, () => openPanel(entry, () => askAgain(visiting, entry), visiting.signal));
    if (!entry.item.element) homeless.push(chip);
  }
  if (homeless.length || visiting.asked) showReadBar(visiting.entries.size, visiting.signal, homeless);
}
