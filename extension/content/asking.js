/** Asks what is known of reviews, and keeps the answer with each. */

import { removeBar, showProblemBar } from './bar.js';
import { ask } from './client.js';
import { printOf } from './entries.js';
import { tellNews } from './entry.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('./visit.js').Visiting} Visiting
 */

/**
 * Ask about these reviews in one call; false where there was no answer, which a bar then tells.
 * @param {Visiting} visiting
 * @param {Entry[]} fresh
 * @param {string} place
 */
export async function askAbout(visiting, fresh, place) {
  const prints = fresh.map(printOf);
  const reviews = fresh.map(({ item }) => ({ ...item.review, listing: item.review.listing ?? place }));
  const outcome = await ask({ kind: 'observe', page_url: visiting.url, reviews });
  if (!outcome.ok) {
    if (!visiting.signal.aborted) fail(visiting, outcome.problem);
    return false;
  }
  fresh.forEach((entry, index) => {
    entry.print = prints[index];
    entry.asked = Date.now();
    entry.seen = outcome.value.reviews[index]?.id ? outcome.value.reviews[index] : entry.seen;
    tellNews(entry, 'seen');
  });
  return !visiting.signal.aborted;
}

/**
 * @param {Visiting} visiting
 * @param {import('../background/messages.js').Problem} problem
 */
function fail(visiting, problem) {
  visiting.standing = 'failed';
  showProblemBar(problem, () => {
    visiting.standing = 'unknown';
    removeBar();
    void visiting.watch.run();
  }, visiting.signal);
}
