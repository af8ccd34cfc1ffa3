/** The extension was updated or removed under an open page: nothing here works until the page is loaded anew. */

import { showBar } from './bar.js';
import { el } from '../panel/dom.js';
import { say } from './words.js';

/** Read while somebody answers: later nobody does. */
const WORDS = { what: say('pageOutlived'), reload: say('reloadPage'), bar: say('barName') };

/** Does the extension this script belongs to still run? */
export function isAlive() {
  return Boolean(globalThis.chrome?.runtime?.id);
}

/** Take everything of ours away, and say what to do. */
export function leavePage() {
  document.dispatchEvent(new CustomEvent('amends:goodbye'));
  const life = new AbortController();
  showBar('gone', life.signal, el('p', {}, WORDS.what),
    el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'main', onclick: () => location.reload() }, WORDS.reload)));
}
