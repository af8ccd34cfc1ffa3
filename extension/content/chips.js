/** The chip beside a review: what kind, how urgent, known or not, answered or not, in words; a button that opens the panel. */

import { el } from '../panel/dom.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';
import { clock, say, term } from './words.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('../background/shapes.js').Seen} Seen
 */

const TAG = 'amends-chip';

/**
 * Put the entry's chip beside its review, or renew its words where it stands; one chip a review, ever.
 * @param {Entry} entry
 * @param {() => void} open
 * @returns {HTMLElement}
 */
export function placeChip(entry, open) {
  const home = entry.item.element && chipHome(entry.item.element);
  const chip = entry.chip ?? makeChip(open);
  entry.chip = chip;
  if (home && chip.parentElement !== home) home.prepend(chip);
  write(chip, entry);
  return chip;
}

/**
 * @param {Iterable<Entry>} entries
 */
export function removeChips(entries) {
  for (const entry of entries) {
    entry.chip?.remove();
    entry.chip = null;
  }
}

/** @param {() => void} open */
function makeChip(open) {
  const chip = document.createElement(TAG);
  const root = chip.attachShadow({ mode: 'open' });
  root.append(el('button', { type: 'button', 'aria-haspopup': 'dialog', onclick: open }));
  // A site's own shortcuts and whole-card links must not hear what is meant for us.
  for (const kind of ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown']) {
    chip.addEventListener(kind, (event) => event.stopPropagation());
  }
  void dress(root, 'paper', 'chip');
  return chip;
}

/**
 * @param {HTMLElement} chip
 * @param {Entry} entry
 */
function write(chip, entry) {
  const { seen, item } = entry;
  const button = chip.shadowRoot?.querySelector('button');
  if (!seen || !button) return;
  const text = chipWords(seen, Date.now());
  if (button.dataset.words === text.join()) return;
  button.dataset.words = text.join();
  chip.dataset.tone = toneOf(seen);
  chip.dataset.theme = themeAt(item.element);
  button.replaceChildren(el('span', { class: 'mark', 'aria-hidden': 'true' }, markOf(seen)), ` ${text.join(' · ')}`);
  button.setAttribute('aria-label', `${text.join(', ')}. ${say('chipOpens')}`);
}

/**
 * What the chip says, in order.
 * @param {Seen} seen
 * @param {number} now
 */
export function chipWords(seen, now) {
  const words = [term('kind', seen.triage.kind)];
  if (isDone(seen)) words.push(term('state', seen.state));
  else if (['urgent', 'high'].includes(seen.triage.severity)) words.push(term('severity', seen.triage.severity));
  if (!isDone(seen) && seen.due_at) words.push(clock(seen.due_at, now));
  words.push(...issueWords(seen));
  if (seen.follow_up?.state === 'ready') words.push(say('chipTellThem'));
  return words;
}

/** @param {Seen} seen */
function issueWords({ issue, matches }) {
  if (!issue) return matches?.length ? [say('chipMaybeKnown')] : [];
  if (issue.state !== 'released') return [say('chipKnown'), term('issue', issue.state ?? 'open')];
  return [say('chipKnown'), issue.fixed_in ? say('chipFixed', issue.fixed_in) : say('chipFixedPlain')];
}

/** @param {Seen} seen */
const isDone = ({ state }) => state === 'answered' || state === 'closed';

/** @param {Seen} seen */
function toneOf(seen) {
  if (seen.follow_up?.state === 'ready') return 'again';
  if (isDone(seen)) return 'done';
  return isPressing(seen) ? 'harm' : 'plain';
}

/** @param {Seen} seen */
const isPressing = ({ triage, due_at }) => triage.severity === 'urgent' || Boolean(due_at && Date.parse(due_at) < Date.now());

/** @param {Seen} seen */
function markOf(seen) {
  if (seen.follow_up?.state === 'ready') return '↻';
  if (isDone(seen)) return '✓';
  return isPressing(seen) ? '!' : '●';
}

/**
 * Where in a review's element a block can stand without joining a row: its widest child, as long as it lays out in rows.
 * @param {Element} element
 */
function chipHome(element) {
  let home = element;
  for (let depth = 0; depth < 4 && laysOutInRows(home); depth += 1) {
    const children = [...home.children].filter((child) => child.nodeName !== TAG.toUpperCase());
    if (!children.length) break;
    home = children.reduce((widest, child) => (child.clientWidth > widest.clientWidth ? child : widest));
  }
  return home;
}

/** @param {Element} element */
function laysOutInRows(element) {
  const { display, flexDirection } = getComputedStyle(element);
  return display.includes('grid') || display.startsWith('table') || (display.includes('flex') && flexDirection.startsWith('row'));
}
