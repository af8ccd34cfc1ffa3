/** Where a page's copy of Amends begins, and where it ends: a newer copy's greeting makes the older one leave. */

import { followAddress } from './address.js';
import { ask } from './client.js';

const GOODBYE = 'amends:goodbye';

const ASKED = 'amendsWasAsked';

// The name it was imported by, not the page's flag: another copy may begin in between and find the flag first.
const asked = new URL(import.meta.url).searchParams.has('asked');
if (asked) Reflect.set(globalThis, ASKED, true);

const life = new AbortController();
if (!asked && Reflect.has(globalThis, ASKED)) {
  life.abort(); // the page's own copy begins late: whoever was asked goes on
} else {
  document.dispatchEvent(new CustomEvent(GOODBYE));
  document.addEventListener(GOODBYE, () => life.abort(), { once: true, signal: life.signal });
}

/** @type {{end: AbortController, move: ReturnType<typeof import('./visit.js').startVisit>['move']}|null} */
let visit = null;
let turn = 0;

if (!life.signal.aborted) followAddress((url) => void go(url), life.signal);

/**
 * Visit the address if somebody knows it and reviews may stand there, or a person asked for it; on any other nothing more is fetched, watched or read.
 * @param {string} url
 */
async function go(url) {
  const mine = (turn += 1);
  const told = await ask({ kind: 'adaptersFor', url });
  const adapters = told.ok ? told.value : [];
  // A site that writes a filter or a page number into the address goes on showing the same list.
  if (mine !== turn || life.signal.aborted || visit?.move(url, adapters)) return;
  visit?.end.abort();
  visit = null;
  if (!adapters.length && !asked) return;
  const end = new AbortController();
  const signal = AbortSignal.any([life.signal, end.signal]);
  visit = { end, move: () => false };
  /** @type {import('./door.js').Waiting} */
  const waiting = { url, adapters, mode: adapters.length ? 'adapter' : 'structured', asked, signal };
  if (asked) return enter(waiting, end, false);
  const { waitAtDoor } = await import('./door.js');
  if (!signal.aborted) waitAtDoor(waiting, (doubted) => void enter(waiting, end, doubted));
}

/**
 * Read this page from now on.
 * @param {import('./door.js').Waiting} waiting
 * @param {AbortController} end
 * @param {boolean} doubted
 */
async function enter(waiting, end, doubted) {
  const { startVisit } = await import('./visit.js');
  if (!waiting.signal.aborted) visit = { end, ...startVisit({ ...waiting, doubted }) };
}
