/** Teach mode: the person points at the parts of one review, sees every review that would now be read, and keeps it or begins again. */

import { readPage } from '../adapters/reader.js';
import { faultsOf } from '../adapters/shape.js';
import { inferAdapter } from '../adapters/teach.js';
import { el } from '../panel/dom.js';
import { closeButton, removeBar, showBar, showProblemBar } from './bar.js';
import { ask } from './client.js';
import { guessList } from './guess-bar.js';
import { pointedAt } from './pointing.js';
import { say, sayCount } from './words.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {import('../adapters/teach.js').Example} Example
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 */

const PARTS = /** @type {const} */ (['text', 'author', 'date', 'rating', 'reply_box']);
/** What a page need not have. */
const SPARED = new Set(['rating', 'reply_box']);

/**
 * Ask for each part in turn, then show what was learnt.
 * @param {Visiting} visiting
 * @param {(adapter: Adapter | null) => void} done  with the adapter to use from now on, or null when the person gave up
 */
export async function teach(visiting, done) {
  /** @type {Example} */
  const example = {};
  for (const part of PARTS) {
    const found = await askFor(part, visiting.signal);
    if (found === 'stop') return done(null);
    if (found) example[part] = found;
  }
  const day = new Date().toISOString().slice(0, 10);
  const { adapter } = inferAdapter({ examples: [example], address: visiting.url, day });
  showLearnt(adapter, visiting, done);
}

/**
 * @param {typeof PARTS[number]} part
 * @param {AbortSignal} signal
 * @returns {Promise<Element | 'stop' | null>} null for a part that was skipped
 */
function askFor(part, signal) {
  return new Promise((resolve) => {
    const step = new AbortController();
    const end = (/** @type {Element | 'stop' | null} */ found) => {
      step.abort();
      removeBar();
      resolve(found);
    };
    signal.addEventListener('abort', () => end('stop'), { signal: step.signal });
    void pointedAt(step.signal).then((element) => element && end(element));
    const skip = SPARED.has(part) && el('button', { type: 'button', onclick: () => end(null) }, say('teachSkip'));
    showBar(`teach ${part}`, signal,
      el('p', { 'aria-live': 'polite' }, say(`teachPart_${part}`)),
      el('div', { class: 'buttons' }, skip || '', closeButton(() => end('stop'))));
  });
}

/**
 * @param {Adapter | null} adapter
 * @param {Visiting} visiting
 * @param {(adapter: Adapter | null) => void} done
 */
function showLearnt(adapter, visiting, done) {
  const items = adapter && !faultsOf(adapter).length ? readPage(document, visiting.url, { adapters: [adapter] }).items : [];
  const keep = async () => {
    const outcome = adapter ? await ask({ kind: 'keepTaught', adapter }) : null;
    if (outcome && !outcome.ok) return showProblemBar(outcome.problem, () => void keep(), visiting.signal);
    removeBar();
    return done(adapter);
  };
  const again = () => {
    removeBar();
    void teach(visiting, done);
  };
  showBar(`learnt ${items.length}`, visiting.signal,
    el('p', {}, items.length ? sayCount('teachLearnt', items.length) : say('teachNothing')),
    guessList(items),
    el('div', { class: 'buttons' },
      items.length > 0 && el('button', { type: 'button', class: 'main', onclick: () => void keep() }, say('teachKeep')),
      el('button', { type: 'button', onclick: again }, say('teachAgain')),
      closeButton(() => done(null))));
}
