/** The checklist of what is being written: what is open on top, by group; what is fine folded into one line. */

import { say, sayCount } from '../content/words.js';
import { lengthWords } from './draft-card.js';
import { el } from './dom.js';
import { openItem, passedItem } from './checklist-items.js';
import { problemBox } from './problem.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Linted} Linted
 * @typedef {import('../background/shapes.js').Finding} Finding
 * @typedef {import('../background/shapes.js').ChecklistItem} ChecklistItem
 *
 * What is open: an item of the list, what a rule found (each place of it), or both.
 * @typedef {{group: string, item?: ChecklistItem, findings: Finding[]}} Open
 */

/** Who listens instead of looking is told once the typing rests, not at every word. */
const TELL_MS = 900;
/** What no words can mend stands above the list with its source (platform.js), and would keep the list from ever being done. */
const TOLD_ABOVE = new Set(['irreversible']);
const GRAVITY = { error: 0, warning: 1, advice: 2 };

/** @param {Work} work */
export function checklist(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('checklist') });
  let announced = '';
  let telling = 0;
  let unfolded = false;
  const draw = () => {
    const { checked } = work.writing;
    clearTimeout(telling);
    if (!checked) return row.replaceChildren(el('h3', {}, say('checklist')), el('p', { class: 'soft' }, say('checklistEmpty')));
    if ('problem' in checked) return row.replaceChildren(el('h3', {}, say('checklist')), problemBox(checked.problem, () => void work.writing.check(0)));
    const { linted, text } = checked;
    row.replaceChildren(...listed(work, linted, text, unfolded, (now) => { unfolded = now; }));
    telling = setTimeout(() => {
      const summary = summaryOf(linted);
      if (summary !== announced && !work.signal.aborted) work.announce(summary);
      announced = summary;
    }, TELL_MS);
    return undefined;
  };
  draw();
  work.writing.news.addEventListener('checked', draw);
  return row;
}

/**
 * @param {Work} work
 * @param {Linted} linted
 * @param {string} text  the text that was checked
 * @param {boolean} unfolded
 * @param {(now: boolean) => void} fold
 */
function listed(work, linted, text, unfolded, fold) {
  const open = openOf(linted);
  const passed = linted.checklist.filter((item) => item.status === 'pass' && !TOLD_ABOVE.has(item.id) && !open.some((one) => one.item === item));
  const counted = passed.length + open.length;
  const rest = el('details', { open: unfolded, class: 'passed' },
    el('summary', {}, el('span', { class: 'ok', 'aria-hidden': 'true' }, '✓ '), sayCount('passed', passed.length)),
    el('ul', { class: 'plain' }, ...passed.map(passedItem)));
  rest.addEventListener('toggle', () => fold(rest.open));
  return [
    el('div', { class: 'line' }, el('h3', {}, say('checklistCount', passed.length, counted)), lengthWords(linted.length)),
    ...bar(linted.length),
    ...groupsOf(open).map(([group, ones]) => el('div', { class: 'group', role: 'group', 'aria-label': say(`group_${group}`) },
      el('p', { class: 'kicker' }, say(`group_${group}`)),
      el('ul', { class: 'plain' }, ...ones.map((one) => openItem(work, one, text))))),
    ...(open.length ? [] : [el('p', { class: 'good' }, say('checklistDone'))]),
    ...(passed.length ? [rest] : []),
  ];
}

/**
 * Is there nothing left to look at?
 * @param {Linted} linted
 */
export const isReady = (linted) => !openOf(linted).length;

/**
 * What is open, gravest first; a failed item and its rule's findings stand together.
 * @param {Linted} linted
 * @returns {Open[]}
 */
function openOf({ findings, checklist: items }) {
  /** @type {Map<string, Open>} */
  const found = new Map();
  for (const finding of findings.filter(({ rule }) => !TOLD_ABOVE.has(rule)).sort((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity])) {
    const same = `${finding.rule} ${finding.message}`;
    const item = items.find(({ id }) => id === finding.rule);
    const open = found.get(same) ?? { group: item?.group ?? 'safe', item, findings: [] };
    open.findings.push(finding);
    found.set(same, open);
  }
  const told = [...found.values()];
  const failed = items.filter((item) => item.status === 'fail' && !TOLD_ABOVE.has(item.id) && !told.some((one) => one.item === item));
  return [...told, ...failed.map((item) => ({ group: item.group, item, findings: [] }))];
}

/**
 * @param {Open[]} open
 * @returns {[string, Open[]][]}
 */
function groupsOf(open) {
  /** @type {Map<string, Open[]>} */
  const groups = new Map();
  for (const one of open) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}

/** @param {Linted} linted */
function summaryOf(linted) {
  const open = openOf(linted).length;
  return open ? sayCount('toDo', open) : say('checklistDone');
}

/** @param {import('../background/shapes.js').Length} length */
function bar({ used, limit }) {
  if (!limit) return [];
  const fill = el('i', { class: used > limit ? 'over' : '' });
  fill.style.width = `${Math.min(100, (100 * used) / limit)}%`;
  return [el('div', { class: 'bar', 'aria-hidden': 'true' }, fill)];
}
