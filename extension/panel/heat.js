/** A draft that reads angry: calmly asks, once, for a minute's pause before it is posted. It holds nobody up. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { el } from './dom.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../content/entry.js').Entry} Entry
 *
 * `asking` until the person chooses, the moment a pause ends, or `answered`.
 * @typedef {'asking'|'answered'|number} Heat
 */

/** The rules that hear anger. */
const HOT = new Set(['heat', 'heated', 'shouting', 'sarcasm-or-insult']);
const MINUTE_MS = 60_000;
const STEP_MS = 10_000;

/**
 * How far it is with each reply, also while its panel is closed.
 * @type {WeakMap<Entry, Heat>}
 */
const heats = new WeakMap();

/** @param {Work} work */
export function heat(work) {
  const { entry, writing, signal } = work;
  const row = el('div', { class: 'row heat', role: 'group', 'aria-label': say('heatHeading'), hidden: true });
  const draw = async () => {
    if (!heats.has(entry) && isHot(work)) await begin(work);
    if (!signal.aborted) show(work, row);
  };
  writing.news.addEventListener('checked', () => void draw());
  void draw();
  return row;
}

/** @param {Work} work */
function isHot({ writing: { checked } }) {
  return Boolean(checked && 'linted' in checked && checked.linted.findings.some(({ rule }) => HOT.has(rule)));
}

/**
 * Ask, unless it was asked about this reply before the page was loaded anew.
 * @param {Work} work
 */
async function begin({ entry, seen, announce }) {
  heats.set(entry, 'answered');
  const outcome = await ask({ kind: 'firstTime', what: `heat ${seen.id}` });
  if (!outcome.ok || !outcome.value.first) return;
  heats.set(entry, 'asking');
  announce(say('heatAsk'));
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 */
function show(work, row) {
  const now = heats.get(work.entry);
  if (typeof now === 'number') return row.dataset.state === 'pausing' ? undefined : count(work, row, now);
  const asking = now === 'asking' && isHot(work);
  if (row.dataset.state !== 'over') row.hidden = !asking;
  if (!asking || row.dataset.state === 'asking') return undefined;
  row.dataset.state = 'asking';
  row.replaceChildren(el('div', { class: 'notice' },
    el('p', {}, say('heatAsk')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', onclick: () => pause(work, row) }, say('heatPause')),
      el('button', { type: 'button', onclick: () => dismiss(work, row) }, say('heatNo')))));
  return undefined;
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 */
function pause(work, row) {
  heats.set(work.entry, Date.now() + MINUTE_MS);
  show(work, row);
  row.querySelector('button')?.focus();
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 */
function dismiss({ entry, writing }, row) {
  heats.set(entry, 'answered');
  delete row.dataset.state;
  row.hidden = true;
  writing.place.box?.focus();
}

/**
 * Count down in words, a step at a time; told aloud at the beginning and the end only.
 * @param {Work} work
 * @param {HTMLElement} row
 * @param {number} until
 */
function count(work, row, until) {
  row.dataset.state = 'pausing';
  row.hidden = false;
  const left = el('p', { class: 'left' });
  const stop = el('button', { type: 'button', onclick: () => dismiss(work, row) }, say('heatStop'));
  row.replaceChildren(el('div', { class: 'notice' }, left, el('div', { class: 'buttons' }, stop)));
  const tick = () => {
    if (work.signal.aborted || row.dataset.state !== 'pausing') return;
    const seconds = Math.ceil((until - Date.now()) / STEP_MS) * (STEP_MS / 1000);
    if (seconds <= 0) return over(work, row);
    left.textContent = seconds >= 60 ? say('heatMinute') : say('heatLeft', seconds);
    setTimeout(tick, (until - Date.now()) % STEP_MS || STEP_MS);
    return undefined;
  };
  tick();
  work.announce(left.textContent ?? '');
}

/**
 * @param {Work} work
 * @param {HTMLElement} row
 */
function over(work, row) {
  heats.set(work.entry, 'answered');
  row.dataset.state = 'over';
  const said = el('p', {}, say('heatOver'));
  const close = el('button', { type: 'button', onclick: () => dismiss(work, row) }, say('heatRead'));
  row.replaceChildren(el('div', { class: 'notice' }, said, el('div', { class: 'buttons' }, close)));
  work.announce(said.textContent ?? '');
}
