/** One line of the checklist: what to do, why, where it comes from, and the repair where there is a safe one. */

import { say } from '../content/words.js';
import { repaired, unitAt } from './characters.js';
import { el, link } from './dom.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('./checklist.js').Open} Open
 * @typedef {import('../background/shapes.js').Finding} Finding
 * @typedef {import('../background/shapes.js').ChecklistItem} ChecklistItem
 */

/** Characters of a place's words on its button. */
const LONGEST = 24;
const MARKS = { error: '✕', warning: '!', advice: '·' };

/**
 * @param {Work} work
 * @param {Open} open
 * @param {string} text  the text that was checked
 */
export function openItem(work, { item, findings }, text) {
  const [finding] = findings;
  const severity = finding?.severity ?? 'warning';
  const mark = el('span', { class: `mark ${severity}`, role: 'img', 'aria-label': say(`finding_${severity}`), title: say(`finding_${severity}`) }, MARKS[severity]);
  const why = finding?.why ?? item?.why ?? '';
  const buttons = findings.flatMap((one) => buttonsFor(work, one, text, findings.length > 1));
  return el('li', {}, mark, el('div', {},
    el('span', { class: 'words' }, finding?.message ?? item?.label ?? ''),
    el('small', {}, why, ' ', ...origin(finding, item)),
    buttons.length > 0 && el('div', { class: 'buttons' }, ...buttons)));
}

/** @param {ChecklistItem} item */
export function passedItem(item) {
  return el('li', {}, el('span', { class: 'mark ok', 'aria-hidden': 'true' }, '✓'),
    el('div', {}, item.label, el('small', {}, item.why, ' ', ...origin(undefined, item))));
}

/**
 * @param {Finding} [finding]
 * @param {ChecklistItem} [item]
 * @returns {(Node|string)[]}
 */
function origin(finding, item) {
  const source = (finding?.source ?? item?.source ?? []).join(', ');
  const policy = finding?.policy;
  const trade = finding?.trade;
  return [
    source && say('source', source),
    policy ? link(policy.url, ` ${say('policyRule', policy.platform)}`) : '',
    ...(trade ? [` ${trade.why} `, link(trade.url, say('policyRule', trade.trade))] : []),
  ];
}

/**
 * @param {Work} work
 * @param {Finding} finding
 * @param {string} text
 * @param {boolean} several  then each place is told by its words
 */
function buttonsFor(work, finding, text, several) {
  const { writing } = work;
  const buttons = [];
  const { repair } = finding;
  if (repair) {
    buttons.push(el('button', {
      type: 'button', 'aria-label': say('repairThis', repair.label),
      // The offsets are those of the checked text; on any other they would cut in the wrong place.
      onclick: async () => {
        if (writing.place.text === text && !(await writing.use(repaired(text, repair)))) work.announce(say('repaired'));
      },
    }, repair.label || say('repair')));
  }
  if (finding.end > finding.start && writing.place.box) {
    const said = text.slice(unitAt(text, finding.start), unitAt(text, finding.end));
    const label = several ? say('showWords', said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said) : say('show');
    buttons.push(el('button', {
      type: 'button', class: 'words', 'aria-label': several ? label : say('showPlace'), onclick: () => showPlace(work, finding, text),
    }, label));
  }
  return buttons;
}

/**
 * Select the words a finding is about, in the box; as for repairs, only while the text is the one that was checked.
 * @param {Work} work
 * @param {Finding} finding
 * @param {string} text
 */
function showPlace({ writing: { place }, marks, announce }, finding, text) {
  if (!place.box || place.text !== text || !marks.jump(place.box, text, finding)) announce(say('placeGone'));
}
