/** Thanking for kind words in public: those a maintainer approves, and the customer agreed to, stand on the fix log. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { onSend } from './by-person.js';
import { el, words } from './dom.js';
import { problemBox } from './problem.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Praise} Praise
 */

const LONGEST = 2000;

/** @param {Work} work */
export function kindWords(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('kindHeading'), tabIndex: -1, hidden: true });
  const draw = () => {
    if (row.hidden && isPraise(work)) {
      row.hidden = false;
      void load(work, row);
    }
  };
  draw();
  work.entry.news.addEventListener('seen', draw, { signal: work.signal });
  return row;
}

/** @param {Work} work */
function isPraise({ seen: { triage: { kind, kinds, scenario } } }) {
  return kind === 'praise' || scenario === 'praise' || Boolean(kinds?.includes('praise'));
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 */
async function load(work, row) {
  const outcome = await ask({ kind: 'praise', review_id: work.seen.id });
  if (work.signal.aborted) return;
  if (outcome.ok) show(work, row, outcome.value.items[0]);
  else row.replaceChildren(el('h3', {}, say('kindHeading')), problemBox(outcome.problem, () => void load(work, row)));
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 * @param {Praise|undefined} approved
 */
function show(work, row, approved) {
  row.replaceChildren(el('h3', {}, say('kindHeading')), ...(approved ? standing(work, row, approved) : offered(work, row)));
}

/**
 * The words that are approved, and the way to take them back.
 * @param {Work} work
 * @param {HTMLElement} row
 * @param {Praise} approved
 */
function standing(work, row, { text }) {
  const trouble = el('div', {});
  const takeBack = async () => {
    const outcome = await ask({ kind: 'withdrawPraise', review_id: work.seen.id });
    // A colleague may have taken them back meanwhile: look, instead of asking for the same again.
    if (!outcome.ok) return trouble.replaceChildren(problemBox(outcome.problem, () => void load(work, row)));
    return changed(work, row, undefined, say('kindTakenBack'));
  };
  return [
    el('p', { class: 'good' }, say('kindApproved')),
    el('blockquote', {}, words(text, LONGEST)),
    el('div', { class: 'buttons' }, el('button', { type: 'button', onclick: () => void takeBack() }, say('kindTakeBack'))), trouble,
  ];
}

/**
 * The way to approve words, folded until somebody wants it.
 * @param {Work} work
 * @param {HTMLElement} row
 */
function offered(work, row) {
  const { review } = work.entry.item;
  const text = el('textarea', {
    id: 'kind-text', rows: 5, required: true, maxLength: LONGEST, dir: 'auto', 'aria-describedby': 'kind-hint',
    value: (review.text.trim() || (review.title ?? '')).slice(0, LONGEST),
  });
  const agreed = el('input', { id: 'kind-agreed', type: 'checkbox', required: true });
  const fold = el('details', {}, el('summary', {}, say('kindOffer')));
  const trouble = el('div', {});
  const form = el('form', {},
    el('label', { htmlFor: 'kind-text' }, say('kindText')), text,
    el('p', { class: 'soft', id: 'kind-hint' }, say('kindHint')),
    el('p', { class: 'tick' }, agreed, el('label', { htmlFor: 'kind-agreed' }, say('kindAgreed'))),
    el('div', { class: 'buttons' }, el('button', { class: 'main' }, say('kindApprove')),
      el('button', { type: 'button', onclick: () => { fold.open = false; } }, say('cancel'))), trouble);
  const send = async () => {
    const outcome = await ask({ kind: 'approvePraise', review_id: work.seen.id, text: text.value.trim() });
    if (!outcome.ok) return trouble.replaceChildren(problemBox(outcome.problem, () => void send()));
    return changed(work, row, outcome.value, say('kindApproved'));
  };
  onSend(form, () => void send());
  fold.append(form);
  return [fold];
}

/**
 * Show how it stands now, and say so; the button that had the focus is gone.
 * @param {Work} work
 * @param {HTMLElement} row
 * @param {Praise|undefined} approved
 * @param {string} sentence
 */
function changed(work, row, approved, sentence) {
  if (work.signal.aborted) return;
  show(work, row, approved);
  row.focus();
  work.announce(sentence);
}
