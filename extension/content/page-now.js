/** What is read of the page now; of a page nobody described only what a person asked for and agreed to. */

import { readPage } from '../adapters/reader.js';
import { removeBar } from './bar.js';
import { showGuessBar, showNothingBar } from './guess-bar.js';
import { teach } from './teaching.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {import('../adapters/types.js').Page} Page
 */

/**
 * The page's reviews, or null while the person is asked whether what looks like reviews are some, or teaches.
 * @param {Visiting} visiting
 * @param {() => void} lookAgain
 * @returns {Page | null}
 */
export function pageNow(visiting, lookAgain) {
  const { url, adapters, mode, asked, signal } = visiting;
  if (visiting.guess === 'teaching') return null;
  const page = readPage(document, url, { adapters, mode });
  if (page.items.length || !asked || visiting.guess === 'no') return page;
  const guessed = readPage(document, url, { adapters, mode: 'unknown' });
  if (guessed.items.length && visiting.guess === 'yes') return guessed;
  const settle = (/** @type {'yes' | 'no'} */ guess) => {
    visiting.guess = guess;
    removeBar();
    if (guess === 'yes') lookAgain();
  };
  const answers = { yes: () => settle('yes'), no: () => settle('no'), teach: () => startTeaching(visiting, lookAgain) };
  if (guessed.items.length) showGuessBar(guessed, answers, signal);
  else showNothingBar(answers, signal);
  return null;
}

/**
 * @param {Visiting} visiting
 * @param {() => void} lookAgain
 */
function startTeaching(visiting, lookAgain) {
  visiting.guess = 'teaching';
  removeBar();
  void teach(visiting, (adapter) => {
    visiting.guess = adapter ? 'open' : 'no';
    if (!adapter) return;
    Object.assign(visiting, { adapters: [adapter, ...visiting.adapters], mode: 'adapter' });
    lookAgain();
  });
}
