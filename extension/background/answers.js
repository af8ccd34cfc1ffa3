/** One answer a kind of message; to add a message, name it in messages.js, its answer in shapes.js, and give it here. */

import { adaptersFor, keepTaught, noteRevision, refreshAdapters, shareAdapter } from './adapters.js';
import { acceptableAddress } from './address.js';
import { answersAnybody, ApiProblem, call, request } from './api.js';
import { readyCount, showReady } from './badge.js';
import { keepListings, refreshListings } from './listings.js';
import { flushOutbox, recordReply, reviveOutbox } from './outbox.js';
import { platformFacts } from './platforms.js';
import { firstTime, forgetSession, save, saved } from './saved.js';
import { knownSites, registerSites } from './sites.js';
import { refreshWho } from './who.js';

/**
 * @typedef {import('./messages.js').Message} Message
 * @typedef {import('./messages.js').Kind} Kind
 * @typedef {import('./shapes.js').Answers} Answers
 */

const MOST_DRAFTS = 200;
const MOST_REVIEWS = 200;
const encode = encodeURIComponent;

/** @type {{[K in Kind]: (message: Extract<Message, {kind: K}>) => Promise<Answers[K]>}} */
export const answers = {
  status,
  observe,
  suggestions: ({ review_id, count }) => call('POST', '/suggestions', { review_id, count, staff_language: chrome.i18n.getUILanguage() }),
  lint: ({ draft, review_id, platform }) => call('POST', '/lint', { draft, review_id, platform }),
  issues: ({ q }) => call('GET', `/issues?limit=10${q ? `&q=${encode(q)}` : ''}`),
  openIssue: ({ kind: _kind, key, ...issue }) => call('POST', '/issues', issue, key),
  linkIssue: ({ issue_id, review_id }) => call('POST', `/issues/${encode(issue_id)}/links`, { review_id }),
  unlinkIssue: ({ issue_id, review_id }) => call('DELETE', `/issues/${encode(issue_id)}/links/${encode(review_id)}`),
  case: ({ review_id }) => call('GET', `/cases/${encode(review_id)}`),
  noteCase: ({ kind: _kind, review_id, ...notes }) => call('PATCH', `/cases/${encode(review_id)}`, notes),
  praise: ({ review_id }) => call('GET', `/praise?review_id=${encode(review_id)}`),
  approvePraise: ({ review_id, text }) => call('PUT', `/praise/${encode(review_id)}`, { text }),
  withdrawPraise: ({ review_id }) => call('DELETE', `/praise/${encode(review_id)}`),
  draft: keepDraft,
  drafts: async ({ review_ids }) => {
    const { drafts } = await saved();
    return Object.fromEntries(review_ids.filter((id) => id in drafts).map((id) => [id, drafts[id]]));
  },
  replyPosted: async ({ kind: _kind, ...reply }) => ({ recorded: await recordReply(reply) }),
  addListing: async ({ id, platform, name }) => {
    await call('POST', '/listings', { id, platform, name });
    await save(({ notOurs }) => ({ notOurs: notOurs.filter((other) => other !== id) }));
    return refreshListings();
  },
  removeListing: async ({ id }) => {
    await call('DELETE', `/listings/${encode(id)}`);
    return refreshListings();
  },
  notOurs: async ({ listing }) => {
    await save(({ notOurs }) => ({ notOurs: [...new Set([...notOurs, listing])] }));
    return null;
  },
  listings: refreshListings,
  followups: async ({ state }) => {
    const owed = await call('GET', `/followups${state ? `?state=${encode(state)}` : ''}`);
    await readyCount(owed.items);
    return owed;
  },
  patterns: () => call('GET', '/patterns'),
  platform: ({ id }) => platformFacts(id),
  firstTime: async ({ what }) => ({ first: await firstTime(what) }),
  pair,
  unpair: async () => {
    await save(() => ({ token: '', staff: null, listings: [], drafts: {}, team: [], teamRevision: '' }));
    await registerSites();
    await forgetSession();
    await readyCount([]);
    return null;
  },
  test,
  openOptions: async () => {
    await chrome.runtime.openOptionsPage();
    return null;
  },
  adaptersFor: ({ url }) => adaptersFor(url),
  keepTaught: ({ adapter }) => keepTaught(adapter),
  'share-adapter': ({ adapter }) => shareAdapter(adapter),
  sites: knownSites,
  readThisPage: async ({ tab_id }) => {
    const target = { tabId: tab_id };
    await chrome.scripting.executeScript({ target, func: () => { Reflect.set(globalThis, 'amendsReadThisPage', true); } });
    await chrome.scripting.executeScript({ target, files: ['content/loader.js'] });
    return null;
  },
};

async function status() {
  const { address, token, staff, listings, notOurs, outbox } = await saved();
  return {
    paired: Boolean(token), address, staff: staff ?? undefined, listings, not_ours: notOurs,
    waiting: outbox.filter((kept) => !kept.failed).length,
    failed: outbox.flatMap(({ reply, failed }) => (failed ? [{ text: reply.text, detail: failed }] : [])),
  };
}

/** @param {Extract<Message, {kind: 'observe'}>} message */
async function observe({ page_url, reviews }) {
  /** @type {Answers['observe']} */
  const all = { reviews: [], listings: [] };
  let revision = '';
  for (let start = 0; start < reviews.length; start += MOST_REVIEWS) {
    const part = await call('POST', '/reviews:observe', { page_url, reviews: reviews.slice(start, start + MOST_REVIEWS) });
    all.reviews.push(...part.reviews);
    all.listings = part.listings;
    revision = part.adapters;
  }
  if (all.listings) await keepListings(all.listings);
  void flushOutbox();
  void noteRevision(revision).catch(() => undefined);
  return all;
}

/** @param {Extract<Message, {kind: 'draft'}>} message */
async function keepDraft({ review_id, text, before, scenario }) {
  await save(({ drafts }) => {
    if (!text.trim()) {
      const { [review_id]: _thrownAway, ...others } = drafts;
      return { drafts: others };
    }
    const newest = Object.entries({ ...drafts, [review_id]: { text, before, scenario, at: Date.now() } })
      .sort(([, one], [, other]) => other.at - one.at);
    return { drafts: Object.fromEntries(newest.slice(0, MOST_DRAFTS)) };
  });
  return null;
}

/** @param {Extract<Message, {kind: 'pair'}>} message */
async function pair({ address: typed, code }) {
  const address = acceptableAddress(typed);
  if (!address) throw new ApiProblem({ kind: 'invalid', detail: chrome.i18n.getMessage('optionsAddressBad') });
  const given = await request(address, 'POST', '/pair', { code: code.trim().toUpperCase() });
  await save(() => ({ address, token: given.token, staff: given.staff, listings: given.listings, team: [], teamRevision: '' }));
  await refreshAdapters().catch(() => undefined);
  await reviveOutbox();
  await flushOutbox();
  await showReady().catch(() => undefined);
  return status();
}

/** @param {Extract<Message, {kind: 'test'}>} message */
async function test({ address: typed }) {
  const { address: known, token } = await saved();
  const address = typed ? acceptableAddress(typed) : known;
  if (!address) throw new ApiProblem({ kind: 'invalid', detail: chrome.i18n.getMessage('optionsAddressBad') });
  if (!token || address !== known) {
    // Before pairing the API admits us nowhere else, so all there is to learn is whether anybody answers.
    if (await answersAnybody(address)) return { address };
    throw new ApiProblem({ kind: 'offline', address });
  }
  await refreshListings();
  await refreshAdapters();
  return { address, version: (await call('GET', '/health')).version, who: await refreshWho() };
}
