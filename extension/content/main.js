/** Where a page's copy of Amends begins, and where it ends: a newer copy's greeting makes the older one leave. */

import { followAddress } from './address.js';
import { ask } from './client.js';

const GOODBYE = 'amends:goodbye';

const life = new AbortController();
document.dispatchEvent(new CustomEvent(GOODBYE));
document.addEventListener(GOODBYE, () => life.abort(), { once: true, signal: life.signal });

const asked = Reflect.get(globalThis, 'amendsReadThisPage') === true;
Reflect.deleteProperty(globalThis, 'amendsReadThisPage');

/** @type {AbortController|null} */
let visit = null;

followAddress((url) => {
  visit?.abort();
  visit = new AbortController();
  void begin(url, AbortSignal.any([life.signal, visit.signal]));
}, life.signal);

/**
 * Visit the address if somebody knows it, or asked for it; on any other nothing more is fetched, watched or read.
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function begin(url, signal) {
  const told = await ask({ kind: 'adaptersFor', url });
  const adapters = told.ok ? told.value : [];
  if (signal.aborted || (!adapters.length && !asked)) return;
  const { startVisit } = await import('./visit.js');
  if (!signal.aborted) startVisit({ url, adapters, mode: adapters.length ? 'adapter' : 'structured', asked, signal });
}
