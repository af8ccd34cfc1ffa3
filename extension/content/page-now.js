/** What is read of the page now; of a page nobody described only what a person asked for and agreed to. */

import { readKnownPage } from '../adapters/known-page.js';
import { removeBar } from './bar.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {import('../adapters/types.js').Page} Page
 */

/**
 * Only fetched where no adapter finds a review; from then on at hand, so that how long a look takes is felt by who asks for it.
 * @type {typeof import('../adapters/reader.js')|undefined}
 */
let declared;

/**
 * The page's reviews, or null while the person is asked whether what looks like reviews are some, or teaches.
 * @param {Visiting} visiting
 * @param {() => void} lookAgain
 * @returns {Promise<Page | null>}
 */
export async function pageNow(visiting, lookAgain) {
  const { url, adapters, mode, asked, signal } = visiting;
  if (visiting.guess === 'teaching') return null;
  const known = readKnownPage(document, url, { adapters, mode, kept: visiting.kept });
  if (!known.items.length) declared ??= await import('../adapters/reader.js');
  if (signal.aborted) return null;
  const page = known.items.length || !declared ? known : declared.readDeclared(document, visiting.url, { adapters: visiting.adapters });
  if (page.items.length || !asked || visiting.guess === 'no') return page;
  // What is only used when somebody asks is only fetched then.
  const [{ readUnknownInTurns }, { showGuessBar, showNothingBar }] = await Promise.all([
    import('../adapters/unknown-page.js'), import('./guess-bar.js'),
  ]);
  if (signal.aborted) return null;
  // Sites that write where one is behind the # show another page there.
  const here = location.href;
  const guessed = await readUnknownInTurns(document, url, { adapters });
  if (signal.aborted || location.href !== here) return null;
  if (guessed.items.length && visiting.guess === 'yes' && visiting.agreed === here) return guessed;
  const settle = (/** @type {'yes' | 'no'} */ guess) => {
    Object.assign(visiting, { guess, agreed: here });
    removeBar();
    if (guess === 'yes') lookAgain();
  };
  const answers = { yes: () => settle('yes'), no: () => settle('no'), teach: () => void startTeaching(visiting, lookAgain) };
  if (guessed.items.length) showGuessBar(guessed, here, answers, signal);
  else showNothingBar(here, answers, signal);
  return null;
}

/**
 * Have the person teach this page, and read it as taught from then on.
 * @param {Visiting} visiting
 * @param {() => void} lookAgain
 */
export async function startTeaching(visiting, lookAgain) {
  visiting.guess = 'teaching';
  removeBar();
  const { teach } = await import('./teaching.js');
  void teach(visiting, (adapter) => {
    visiting.guess = adapter ? 'open' : 'no';
    if (!adapter) return;
    Object.assign(visiting, { adapters: [adapter, ...visiting.adapters], mode: 'adapter' });
    lookAgain();
  });
}
