/** Which adapters read an address: what this person taught, then what the team shares, then what ships. */

import { adaptersFor as holding } from '../adapters/address.js';
import { loadIndex, shippedFor } from '../adapters/index.js';
import { faultsOf } from '../adapters/shape.js';
import { apartFrom } from '../adapters/teach-apart.js';
import { call, callIfChanged } from './api.js';
import { inTurn } from './in-turn.js';
import { save, saved, savedAdapters } from './saved.js';
import { registerSites } from './sites.js';

/**
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 * @typedef {import('./shapes.js').SharedAdapter} SharedAdapter
 */

const MOST_TAUGHT = 50;
const MOST_SHARED = 500;

/** @type {Promise<import('../adapters/index.js').Known[]>|null} */
let index = null;

/**
 * The adapters of an address, the one to try first in front; none where nobody knows it.
 * @param {string} url
 * @returns {Promise<Adapter[]>}
 */
export async function adaptersFor(url) {
  const { taught, team } = await savedAdapters();
  // What was kept by an earlier version may not be well-formed for this one.
  const own = holding(url, [...taught, ...team]).filter((adapter) => !faultsOf(adapter).length);
  const shipped = await shippedFor(url, await knownIndex(), fileText);
  return shipped ? [...own, shipped] : own;
}

function knownIndex() {
  index ??= loadIndex(fileText).catch((error) => {
    index = null;
    throw error;
  });
  return index;
}

/** @param {string} name of a file of the folder `adapters` */
async function fileText(name) {
  return (await fetch(chrome.runtime.getURL(`adapters/${name}`))).text();
}

/**
 * Keep what this person taught, and give it as it is kept; an adapter of the same pages is replaced.
 * @param {Adapter} adapter
 * @returns {Promise<Adapter>}
 */
export async function keepTaught(adapter) {
  const [fault] = faultsOf(adapter);
  if (fault) throw new Error(fault);
  const ships = await isShipped(adapter);
  let kept = adapter;
  await save(({ taught, team }) => {
    kept = ships ? adapter : apartFrom(adapter, [...taught, ...team]);
    return { taught: [kept, ...taught.filter(({ id }) => id !== kept.id)].slice(0, MOST_TAUGHT) };
  });
  await registerSites();
  return kept;
}

/** @param {Adapter} adapter  made for the pages of a platform that is known */
async function isShipped(adapter) {
  return (await knownIndex()).some(({ id }) => id === adapter?.id);
}

/**
 * Give an adapter to the team; the API says who may, and what is wrong with it.
 * @param {Adapter} adapter
 * @returns {Promise<SharedAdapter>}
 */
export async function shareAdapter(adapter) {
  await refreshAdapters().catch(() => undefined);
  const { taught, team } = await savedAdapters();
  const given = faultsOf(adapter).length || await isShipped(adapter) ? adapter : apartFrom(adapter, [...taught, ...team]);
  const shared = await call('PUT', `/adapters/${encodeURIComponent(String(given?.id))}`, given);
  await refreshAdapters().catch(() => undefined);
  return shared;
}

const turn = inTurn();

/**
 * Ask for the team's adapters, unless they are as before, one question at a time; a failure leaves the last good ones in use.
 * @returns {Promise<void>}
 */
export const refreshAdapters = () => turn(askForAdapters);

async function askForAdapters() {
  const before = await saved();
  const told = await callIfChanged('/adapters', before.teamRevision);
  if (!told) return;
  /** @type {SharedAdapter[]} */
  const items = told.items.slice(0, MOST_SHARED);
  const team = items.filter(({ id, adapter }) => !faultsOf(adapter).length && adapter.id === id).map(({ adapter }) => adapter);
  // Who was paired with another team meanwhile has nothing to do with this answer.
  await save(({ address, token }) => (address === before.address && token === before.token ? { team, teamRevision: told.revision } : {}));
  await registerSites();
}

/**
 * Ask for the team's adapters when an answer of the API names another revision of them than ours.
 * @param {string} [revision]
 */
export async function noteRevision(revision) {
  if (revision && revision !== (await saved()).teamRevision) await refreshAdapters();
}
