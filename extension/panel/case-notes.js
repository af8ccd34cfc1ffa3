/** What was tried, offered or checked for this customer: kept in private, and followed by the suggestions. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { onSend } from './by-person.js';
import { el } from './dom.js';
import { problemBox } from './problem.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Case} Case
 * @typedef {import('../background/shapes.js').CaseNotes} CaseNotes
 */

const OUTCOMES = /** @type {const} */ (['', 'settled', 'closed_unresolved']);
const FIELDS = /** @type {const} */ (['restitution', 'correction', 'verified_by', 'tried', 'outcome']);

/** @param {Work} work */
export function caseNotes(work) {
  const said = el('div', {});
  const fold = el('details', {}, el('summary', {}, say('caseHeading')), said);
  fold.addEventListener('toggle', () => {
    if (fold.open && !said.hasChildNodes()) void load(work, said);
  });
  return el('div', { class: 'row', role: 'group', 'aria-label': say('caseHeading') }, fold);
}

/**
 * @param {Work} work
 * @param {HTMLElement} said
 */
async function load(work, said) {
  said.replaceChildren(el('p', { class: 'soft' }, say('caseLoading')));
  const outcome = await ask({ kind: 'case', review_id: work.seen.id });
  if (work.signal.aborted) return;
  if (outcome.ok) said.replaceChildren(form(work, outcome.value));
  else said.replaceChildren(problemBox(outcome.problem, () => void load(work, said)));
}

/**
 * @param {Work} work
 * @param {Case} known
 */
function form(work, known) {
  const fields = inputs(known);
  // Who checked it checked other words than those that now stand there.
  fields.correction.addEventListener('input', () => { fields.verified_by.value = ''; });
  const trouble = el('div', {});
  const save = async () => {
    const notes = /** @type {CaseNotes} */ (Object.fromEntries(FIELDS.map((name) => [name, fields[name].value.trim()])));
    const outcome = await ask({ kind: 'noteCase', review_id: work.seen.id, ...notes });
    if (!outcome.ok) return trouble.replaceChildren(problemBox(outcome.problem, () => void save()));
    trouble.replaceChildren();
    work.announce(say('caseSaved'));
    work.entry.news.dispatchEvent(new Event('noted'));
    return undefined;
  };
  const made = el('form', {},
    ...FIELDS.flatMap((name) => [
      el('label', { htmlFor: `case-${name}` }, say(`case_${name}`)), fields[name],
      el('p', { class: 'soft', id: `case-${name}-hint` }, say(`case_${name}_hint`)),
    ]),
    el('div', { class: 'buttons' }, el('button', { class: 'main' }, say('caseSave'))), trouble);
  onSend(made, () => void save());
  return made;
}

/** @param {Case} known */
function inputs(known) {
  /** @param {typeof FIELDS[number]} name */
  const about = (name) => ({ id: `case-${name}`, 'aria-describedby': `case-${name}-hint`, value: known[name] ?? '', dir: 'auto' });
  const outcome = el('select', { id: 'case-outcome', 'aria-describedby': 'case-outcome-hint' },
    ...OUTCOMES.map((value) => el('option', { value, selected: value === (known.outcome ?? '') }, say(`case_outcome_${value || 'open'}`))));
  return {
    restitution: el('input', { ...about('restitution'), maxLength: 1000 }),
    correction: el('input', { ...about('correction'), maxLength: 300 }),
    verified_by: el('input', { ...about('verified_by'), maxLength: 100 }),
    tried: el('textarea', { ...about('tried'), rows: 3, maxLength: 4000 }),
    outcome,
  };
}
