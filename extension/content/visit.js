/** One visit to one address: read its reviews, ask about those that are new, and keep a chip beside each. */

import { KeptPage } from '../adapters/kept-cards.js';
import { readKnownPage } from '../adapters/known-page.js';
import { openRoots } from '../adapters/open-roots.js';
import { addressChanged, isHere } from './address.js';
import { askAbout } from './asking.js';
import { removeBar, showReadBar } from './bar.js';
import { Chips } from './chips.js';
import { followDrafts } from './drafts.js';
import { Entries } from './entries.js';
import { isAlive, leavePage } from './gone.js';
import { noticePosted } from './notice.js';
import { pageNow } from './page-now.js';
import { closePanel, openPanel } from './panel-door.js';
import { standingOf } from './standing.js';
import { fetchSheets } from './styles.js';
import { attributesRead, Watch } from './watch.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 * @typedef {import('../adapters/types.js').Page} Page
 * @typedef {{url: string, adapters: Adapter[], mode: 'adapter'|'structured', asked: boolean, doubted: boolean,
 *   signal: AbortSignal}} Visit  `doubted`: the page has had its time, and no review was seen
 * @typedef {Visit & {entries: Entries, chips: Chips, watch: Watch, kept: KeptPage, standing: import('./standing.js').Standing,
 *   listing: string|null, guess: 'open'|'yes'|'no'|'teaching', agreed: string, again: number}} Visiting
 *
 * `agreed` is the address, with its #, at which the person said yes to the guess: it holds for no other.
 */

/** Of this page, whatever its address is now. */
const kept = new KeptPage();

/**
 * Look now, and again whenever the page changes, until `signal` aborts.
 * @param {Visit} visit
 */
export function startVisit(visit) {
  const { signal, adapters } = visit;
  const entries = new Entries(() => catchUp(visiting));
  /** @type {Visiting} */
  const visiting = Object.assign(visit, {
    entries, kept, standing: /** @type {const} */ ('unknown'), listing: null, guess: /** @type {const} */ ('open'), agreed: '', again: 0,
    chips: new Chips((entry) => openIt(visiting, entry), signal),
    watch: new Watch((changed) => look(visiting, changed), attributesRead(adapters), signal),
  });
  signal.addEventListener('abort', () => leave(visiting));
  document.addEventListener('amends:outlived', () => !isAlive() && leavePage(), { signal });
  followDrafts(entries.here, signal);
  void visiting.watch.run();
  const everyMinute = setInterval(() => !document.hidden && drawChips(visiting), 60_000);
  signal.addEventListener('abort', () => clearInterval(everyMinute));
  return { move: (/** @type {string} */ url, /** @type {Adapter[]} */ others) => move(visiting, url, others) };
}

/**
 * Go on at another address of the same platform; false where that is another visit.
 * @param {Visiting} visiting
 * @param {string} url
 * @param {Adapter[]} adapters
 */
function move(visiting, url, adapters) {
  const names = (/** @type {Adapter[]} */ all) => all.map(({ id }) => id).join();
  if (!adapters.length || visiting.signal.aborted || names(adapters) !== names(visiting.adapters)) return false;
  visiting.url = url;
  // What a person said of one page holds for that page.
  if (visiting.guess !== 'teaching') visiting.guess = 'open';
  void visiting.watch.run();
  return true;
}

const sheets = () => fetchSheets('paper', 'chip', 'bar');

/** @param {Visiting} visiting */
function leave({ entries, chips, again }) {
  clearTimeout(again);
  closePanel();
  removeBar();
  chips.remove(entries.show([], ''));
}

/**
 * @param {Visiting} visiting
 * @param {Iterable<Node>} changed
 */
async function look(visiting, changed) {
  if (!isAlive()) return leavePage();
  kept.forget(changed);
  // A site changes its address before its page: whoever follows the address comes back in a moment.
  if (!isHere(visiting.url)) return addressChanged();
  const lookAgain = () => void visiting.watch.run();
  const page = await pageNow(visiting, lookAgain);
  if (visiting.signal.aborted) return;
  // What was read of a page that was agreed to is not what stands on this one.
  if (!page) return void visiting.chips.remove(visiting.entries.show([], ''));
  followRoots(visiting, page);
  const place = page.listing ?? `web:${new URL(visiting.url).hostname}`;
  if (visiting.listing !== place) turn(visiting, place);
  show(visiting, page, place);
  if (!page.items.length) {
    if (visiting.asked && visiting.guess !== 'no' && visiting.standing === 'unknown') showReadBar(0, visiting.signal);
    const doubt = { listing: page.listing, isEmpty: () => !visiting.entries.here.size, lookAgain };
    if (!visiting.asked) void import('./unreadable.js').then(({ waitForReviews }) => waitForReviews(visiting, doubt));
    return;
  }
  if (visiting.standing === 'unknown') visiting.standing = await standingOf(visiting, place, page.listingName, lookAgain);
  if (visiting.standing !== 'not ours' && !visiting.signal.aborted) await observe(visiting, place);
}

/**
 * @param {Visiting} visiting
 * @param {string} place
 */
function turn(visiting, place) {
  if (visiting.listing !== null) {
    closePanel();
    removeBar();
  }
  Object.assign(visiting, { listing: place, standing: 'unknown' });
}

/**
 * @param {Visiting} visiting
 * @param {Page} page
 * @param {string} place
 */
function show({ entries, chips }, { items }, place) {
  chips.remove(entries.show(items.filter(({ stale }) => !stale), place));
}

/**
 * The page changed and nobody looked yet: whose reply box is this now?
 * @param {Visiting} visiting
 */
function catchUp(visiting) {
  const { watch, url, adapters, mode, listing } = visiting;
  const changed = watch.taken();
  if (!changed.size || mode !== 'adapter') return;
  kept.forget(changed);
  const page = readKnownPage(document, url, { adapters, kept });
  if (page.items.length && page.listing === listing && listing) show(visiting, page, listing);
}

/**
 * Reviews in web components change where the page's own observer does not hear it.
 * @param {Visiting} visiting
 * @param {Page} page
 */
function followRoots({ watch }, { items }) {
  if (items.every(({ element }) => element?.getRootNode() === document) && items.length) return;
  watch.follow(openRoots(document));
}

/**
 * @param {Visiting} visiting
 * @param {string} place
 */
async function observe(visiting, place) {
  const { entries } = visiting;
  // First, and also while Amends cannot be reached: the worker keeps what was posted.
  await noticePosted([...entries.here.values()], visiting.signal);
  if (visiting.standing === 'failed') return;
  const { fresh } = entries;
  void sheets();
  if (fresh.length && !(await askAbout(visiting, fresh, place))) return;
  await sheets();
  drawChips(visiting);
  if (fresh.length) await noticePosted(fresh, visiting.signal);
}

/**
 * What is known of a review changed: it was tied to an issue, say.
 * @param {Visiting} visiting
 * @param {Entry} entry
 */
async function askAgain(visiting, entry) {
  if (await askAbout(visiting, [entry], visiting.listing ?? '')) drawChips(visiting);
}

/**
 * @param {Visiting} visiting
 * @param {Entry} entry
 */
function openIt(visiting, entry) {
  if (!isAlive()) return leavePage();
  void openPanel(entry, () => askAgain(visiting, entry), visiting.signal);
}

/** @param {Visiting} visiting */
function drawChips(visiting) {
  const { entries, chips, asked, signal } = visiting;
  const { homeless, again } = chips.draw([...entries.here.values()]);
  clearTimeout(visiting.again);
  if (Number.isFinite(again)) visiting.again = setTimeout(() => drawChips(visiting), again);
  if (homeless.length || asked) showReadBar(entries.here.size, signal, homeless);
}
