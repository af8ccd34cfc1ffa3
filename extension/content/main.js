/** Where a page's copy of Amends begins, and where it ends: a newer copy's greeting makes the older one leave. */

import { adapterFor, loadAdapters } from '../adapters/index.js';
import { faultsOf } from '../adapters/shape.js';
import { ask } from './client.js';
import { startVisit } from './visit.js';
import { followAddress } from './address.js';

const GOODBYE = 'amends:goodbye';

const life = new AbortController();
document.dispatchEvent(new CustomEvent(GOODBYE));
document.addEventListener(GOODBYE, () => life.abort(), { once: true, signal: life.signal });

const asked = Reflect.get(globalThis, 'amendsReadThisPage') === true;
Reflect.deleteProperty(globalThis, 'amendsReadThisPage');

const shipped = await loadAdapters(async (path) => (await fetch(chrome.runtime.getURL(`adapters/${path}`))).text());
const told = asked ? await ask({ kind: 'taught' }) : null;
const taught = told?.ok ? told.value.filter((adapter) => !faultsOf(adapter).length) : [];
// As where it was taught: what a person pointed at goes before an address alone.
const adapters = [...taught, ...shipped];

/** @type {AbortController|null} */
let visit = null;

followAddress((url) => {
  visit?.abort();
  visit = new AbortController();
  const known = adapterFor(url, adapters);
  const mode = asked && !known ? 'structured' : 'adapter';
  if (known || asked) startVisit({ url, adapters, mode, asked, signal: AbortSignal.any([life.signal, visit.signal]) });
}, life.signal);
