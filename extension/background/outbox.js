/** Replies seen on a page and not yet recorded: kept in storage until the API has taken each one. */

import { ApiProblem, call } from './api.js';
import { save, saved } from './saved.js';

/**
 * @typedef {import('./saved.js').Posted} Posted
 * @typedef {import('./saved.js').Waiting} Waiting
 */

const ALARM = 'outbox';

/**
 * Keep a reply, then try to record it; true when the API has it.
 * @param {Posted} reply
 */
export async function recordReply(reply) {
  await save(({ outbox }) => ({ outbox: [...outbox.filter((kept) => !same(kept.reply, reply)), { reply }] }));
  await flushOutbox();
  const { outbox } = await saved();
  return !outbox.some((kept) => same(kept.reply, reply));
}

/** Send what waits, oldest first; stop at the first sign that nobody listens, and come back by alarm. */
export async function flushOutbox() {
  const { outbox } = await saved();
  for (const kept of outbox.filter((entry) => !entry.failed)) {
    if (!(await delivered(kept))) break;
  }
  const left = (await saved()).outbox.some((entry) => !entry.failed);
  if (left) await chrome.alarms.create(ALARM, { periodInMinutes: 1 });
  else await chrome.alarms.clear(ALARM);
}

/** Try again those the API would not take: after pairing anew, the reason may be gone. */
export async function reviveOutbox() {
  await save(({ outbox }) => ({ outbox: outbox.map(({ reply }) => ({ reply })) }));
}

/**
 * @param {Waiting} kept
 * @returns {Promise<boolean>} false when there is no point in trying the next
 */
async function delivered({ reply }) {
  try {
    await call('POST', '/replies', reply);
  } catch (error) {
    const problem = error instanceof ApiProblem ? error.problem : { kind: 'failed', detail: String(error) };
    if (problem.kind !== 'invalid' && problem.kind !== 'forbidden') return false;
    await save(({ outbox }) => ({
      outbox: outbox.map((entry) => (same(entry.reply, reply) ? { reply, failed: problem.detail ?? '' } : entry)),
    }));
    return true;
  }
  await save(({ outbox, drafts }) => {
    const { [reply.review_id]: _told, ...others } = drafts;
    return { outbox: outbox.filter((entry) => !same(entry.reply, reply)), drafts: others };
  });
  return true;
}

/**
 * The natural key of a reply: the same words to the same review are one reply.
 * @param {Posted} one
 * @param {Posted} other
 */
function same(one, other) {
  return one.review_id === other.review_id && one.text === other.text;
}
