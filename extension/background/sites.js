/** Sites that adapters of this person or team read beyond the manifest's: read unasked only where the person allowed it. */

import { inTurn } from './in-turn.js';
import { savedAdapters } from './saved.js';

/** @typedef {import('./shapes.js').Site} Site */

const SCRIPT = 'sites';
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * Those sites, with whether the person has allowed each.
 * @returns {Promise<Site[]>}
 */
export async function knownSites() {
  const { taught, team } = await savedAdapters();
  const hosts = [...taught, ...team].flatMap(({ addresses }) => addresses.flatMap((address) => address.hosts));
  const asked = [...new Set(hosts)].filter((host) => host !== '*' && !inManifest(host)).sort();
  return Promise.all(asked.map(async (host) => {
    const origin = `${LOOPBACK.has(host) ? 'http' : 'https'}://${host}/*`;
    return { host, origin, allowed: await chrome.permissions.contains({ origins: [origin] }).catch(() => false) };
  }));
}

const turn = inTurn();

/** Have the browser start us on the sites the person allowed, and on none else; again after each change of either, one at a time. */
export const registerSites = () => turn(register);

async function register() {
  const matches = (await knownSites()).filter(({ allowed }) => allowed).map(({ origin }) => origin);
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered?.matches?.join() === matches.join()) return;
  if (registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (!matches.length) return;
  await chrome.scripting.registerContentScripts([
    { id: SCRIPT, matches, js: ['content/loader.js'], runAt: 'document_idle', allFrames: true, persistAcrossSessions: true },
  ]);
}

/** @param {string} host of an adapter, which may begin with "*." */
function inManifest(host) {
  const patterns = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
  return patterns.some((pattern) => {
    const known = pattern.split('/')[2];
    return known === host || (known.startsWith('*.') && (host === known.slice(2) || host.endsWith(known.slice(1))));
  });
}
