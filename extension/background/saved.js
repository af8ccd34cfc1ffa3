/** What the worker keeps in storage.local, which only the extension's own pages can read; the worker's memory is no place for it. */

import { inTurn } from './in-turn.js';

/**
 * @typedef {import('./shapes.js').Listing} Listing
 * @typedef {import('./shapes.js').Person} Person
 * @typedef {{review_id: string, text: string, posted_at: string, scenario?: string}} Posted
 * @typedef {{reply: Posted, failed?: string}} Waiting
 * @typedef {object} Saved
 * @property {string} address  of the API, without a trailing slash
 * @property {string} token  empty when not paired
 * @property {Person|null} staff
 * @property {Listing[]} listings
 * @property {string[]} notOurs
 * @property {Record<string, {text: string, before?: string, scenario?: string, at: number}>} drafts  by review id
 * @property {Waiting[]} outbox
 * @property {import('../adapters/types.js').Adapter[]} taught  adapters this person taught
 * @property {import('../adapters/types.js').Adapter[]} team  those the API keeps for all of us, as it last told them
 * @property {string} teamRevision  which state of them that is
 */

/** @type {Saved} */
const FRESH = {
  address: 'http://127.0.0.1:8765', token: '', staff: null, listings: [], notOurs: [], drafts: {}, outbox: [], taught: [],
  team: [], teamRevision: '',
};

/** Keep pages' scripts out; Firefox has no such switch, and there content scripts are the only others who could read. */
export async function lockStorage() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/**
 * The saved values, with defaults for what was never saved.
 * @returns {Promise<Saved>}
 */
export async function saved() {
  return /** @type {Saved} */ (await chrome.storage.local.get({ ...FRESH }));
}

/**
 * The adapters that did not ship, alone: they are asked for on every page of a site somebody knows.
 * @returns {Promise<Pick<Saved, 'taught'|'team'>>}
 */
export async function savedAdapters() {
  return /** @type {Pick<Saved, 'taught'|'team'>} */ (await chrome.storage.local.get({ taught: [], team: [] }));
}

const turn = inTurn();

/**
 * Change what is saved, one change after the other, so that two at once lose nothing.
 * @param {(now: Saved) => Partial<Saved>} change
 * @returns {Promise<Saved>}
 */
export function save(change) {
  return turn(async () => {
    const now = await saved();
    const changed = change(now);
    await chrome.storage.local.set(changed);
    return { ...now, ...changed };
  });
}

const MOST_ASKED = 500;

/**
 * Is it the first time in this session of the browser that somebody asks for this?
 * @param {string} what
 */
export function firstTime(what) {
  return turn(async () => {
    const { asked } = /** @type {{asked: string[]}} */ (await chrome.storage.session.get({ asked: [] }));
    if (!asked.includes(what)) await chrome.storage.session.set({ asked: [...asked, what].slice(-MOST_ASKED) });
    return !asked.includes(what);
  });
}

/** Forget what was kept for this session only. */
export async function forgetSession() {
  await chrome.storage.session.clear();
}
