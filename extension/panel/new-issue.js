/** Opening a new issue from a review: filled in with the customer's own words, for a person to make short. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { onSend } from './by-person.js';
import { el } from './dom.js';
import { problemBox } from './problem.js';

const LONGEST_TITLE = 100;
const LONGEST_SYMPTOM = 2000;

/**
 * @param {import('./panel.js').Work} work
 * @param {HTMLElement} said
 */
export function newIssue(work, said) {
  const { review } = work.entry.item;
  const title = el('input', { id: 'issue-title', maxLength: 300, required: true, dir: 'auto', value: titleFrom(review) });
  const symptom = el('textarea', { id: 'issue-symptom', rows: 4, dir: 'auto', value: review.text.slice(0, LONGEST_SYMPTOM) });
  const fold = el('details', {}, el('summary', {}, say('newIssue')));
  const form = el('form', {},
    el('label', { htmlFor: 'issue-title' }, say('issueTitle')), title,
    el('label', { htmlFor: 'issue-symptom' }, say('issueSymptom')), symptom,
    el('div', { class: 'buttons' }, el('button', { class: 'main' }, say('openAndLink')),
      el('button', { type: 'button', onclick: () => { fold.open = false; } }, say('cancel'))));
  const key = crypto.randomUUID();
  const send = async () => {
    const outcome = await ask({
      kind: 'openIssue', key, title: title.value.trim(), symptom: symptom.value.trim() || undefined,
      product: review.product?.slice(0, 300), review_id: work.seen.id,
    });
    if (!outcome.ok) return said.replaceChildren(problemBox(outcome.problem, () => void send()));
    said.replaceChildren();
    fold.open = false;
    work.announce(say('linked', title.value));
    await work.refresh();
    return undefined;
  };
  onSend(form, () => void send());
  fold.append(form);
  return fold;
}

/**
 * The review's title, or its first sentence.
 * @param {import('../adapters/types.js').Review} review
 */
function titleFrom({ title, text }) {
  if (title) return title.slice(0, LONGEST_TITLE);
  const [first] = text.slice(0, 4 * LONGEST_TITLE).split(/(?<=[.!?。！？])\s/u);
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE - 1)}…` : first;
}
