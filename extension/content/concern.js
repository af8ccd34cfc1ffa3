/** No review can be seen on this page: is it one that should have some, for us to mend? */

import { ask } from './client.js';

/** @typedef {Pick<import('./visit.js').Visit, 'url'|'adapters'|'signal'>} Waiting */

const LONGEST_LOOK = 300_000;
const LONGEST_SENTENCE = 300;
const COUNT = /"(?:reviewCount|ratingCount)"\s{0,5}:\s{0,5}"?(\d{1,9})/g;
/** "No reviews yet", in the languages of the pages staff work on. */
const NONE_YET = new RegExp(
  '(?:^|[^\\p{L}\\d])(?:no|0|zero|geen|keine|noch keine|aucun|aucune|ningún|ninguna|sin|nessuna|ingen|inga) (?:[\\p{L}]{1,15} )?'
  + '(?:reviews?|ratings?|feedback|recensies|beoordelingen|bewertungen|rezensionen|avis|évaluations?|reseñas?|opiniones|opinión'
  + '|valoraci(?:ón|ones)|recension[ei]|recensioner|anmeldelser)(?!\\p{L})|be the first to review',
  'iu',
);

/**
 * Our own listing is our concern; on a platform where none of ours is known yet, a page that shows reviews may be. Where
 * the page itself says that there are none, there is nothing to mend.
 * @param {Waiting} waiting
 */
export async function concernsUs(waiting) {
  const { adapters, url, signal } = waiting;
  const outcome = await ask({ kind: 'status' });
  if (!outcome.ok || signal.aborted || !adapters.length) return false;
  const { paired, listings, not_ours: notOurs, staff } = outcome.value;
  if (!paired || staff?.role === 'reader') return false;
  const { lookAt } = await import('../adapters/look.js');
  const { listing } = lookAt(document, url, { adapters }).place;
  if (listings.some(({ id }) => id === listing)) return !saysNone();
  const others = listings.some(({ id }) => id.startsWith(`${adapters[0].id}:`));
  return !others && !notOurs.includes(listing ?? '') && !saysNone() && (await showsReviews(waiting));
}

/** Does the page itself say that there are none? */
function saysNone() {
  const counts = [...document.querySelectorAll('script[type*="ld+json"]')]
    .flatMap(({ textContent }) => [...(textContent ?? '').slice(0, LONGEST_LOOK).matchAll(COUNT)].map(([, count]) => Number(count)));
  const most = counts.length ? Math.max(...counts) : undefined;
  return most === undefined ? saysSoInWords() : most === 0;
}

function saysSoInWords() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (node);
    if (data.length < LONGEST_SENTENCE && !parentElement?.closest('script, style, template') && NONE_YET.test(data)) return true;
  }
  return false;
}

/**
 * Does its shape look like reviews? Nothing is sent or shown of what is found.
 * @param {Waiting} waiting
 */
async function showsReviews({ url, adapters }) {
  const { readUnknownInTurns } = await import('../adapters/unknown-page.js');
  return (await readUnknownInTurns(document, url, { adapters })).items.length > 1;
}
