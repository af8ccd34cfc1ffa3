/** What is read of the page now; of a page nobody described only what a person asked for and agreed to. */

import { readPage } from '../adapters/reader.js';
import { removeBar } from './bar.js';
import { showGuessBar } from './guess-bar.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {import('../adapters/types.js').Page} Page
 */

/**
 * The page's reviews, or null while the person is asked whether what looks like reviews are some.
 * @param {Visiting} visiting
 * @param {() => void} lookAgain
 * @returns {Page | null}
 */
export function pageNow(visiting, lookAgain) {
  const { url, adapters, mode, asked, signal } = visiting;
  const page = readPage(document, url, { adapters, mode });
  if (page.items.length || !asked || visiting.guess === 'no') return page;
  const guessed = readPage(document, url, { adapters, mode: 'unknown' });
  if (!guessed.items.length || visiting.guess === 'yes') return guessed;
  const settle = (/** @type {'yes' | 'no'} */ guess) => {
    visiting.guess = guess;
    removeBar();
    if (guess === 'yes') lookAgain();
  };
  showGuessBar(guessed, { yes: () => settle('yes'), no: () => settle('no') }, signal);
  return null;
}
