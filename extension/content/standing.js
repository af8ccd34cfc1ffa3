/** Is this place ours, and may we ask about its reviews? What is not ours is not sent. */

import { removeBar, showOursBar, showProblemBar, showReaderBar } from './bar.js';
import { ask } from './client.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {'unknown'|'ours'|'not ours'|'failed'} Standing
 */

/**
 * Whether a place is one of ours; the worker knows without asking anybody. A bar tells what a person can do where it is not.
 * @param {Visiting} visiting
 * @param {string} place
 * @param {string|undefined} name
 * @param {() => void} lookAgain
 * @returns {Promise<Standing>}
 */
export async function standingOf(visiting, place, name, lookAgain) {
  const { asked, signal } = visiting;
  const outcome = await ask({ kind: 'status' });
  if (!outcome.ok || signal.aborted) return 'not ours';
  const { paired, listings, not_ours: notOurs, staff, address } = outcome.value;
  if (!paired) {
    if (asked) showProblemBar({ kind: 'unpaired', address }, null, signal);
    return 'not ours';
  }
  const ours = listings.some(({ id }) => id === place);
  if (staff?.role === 'reader') {
    if (ours || asked) showReaderBar(ours, signal);
    return 'not ours';
  }
  const offer = () => void makeOurs(visiting, place, name, lookAgain);
  if (!ours && (asked || !notOurs.includes(place))) showOursBar(place, name, offer, signal);
  return ours ? 'ours' : 'not ours';
}

/**
 * @param {Visiting} visiting
 * @param {string} place
 * @param {string|undefined} name
 * @param {() => void} lookAgain
 */
async function makeOurs(visiting, place, name, lookAgain) {
  const outcome = await ask({ kind: 'addListing', id: place, platform: place.split(':')[0], name });
  if (!outcome.ok) {
    showProblemBar(outcome.problem, () => void makeOurs(visiting, place, name, lookAgain), visiting.signal);
    return;
  }
  removeBar();
  visiting.standing = 'unknown';
  lookAgain();
}
