/** What the platform allows a reply to be, each fact with where and when it was read; and what cannot be taken back there. */

import { ask } from '../content/client.js';
import { day, say, sayCount } from '../content/words.js';
import { isReady } from './checklist.js';
import { el, link } from './dom.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Platform} Platform
 * @typedef {import('../background/shapes.js').Fact} Fact
 */

/** The facts shown, in order; the name of each is that of its sentence, too. */
const FACTS = /** @type {const} */ ([
  'limit', 'replies', 'editable', 'links', 'contact', 'names', 'quotation', 'ask_to_amend', 'report_url',
]);
/** Those of which most platforms say nothing: shown where they are known. */
const SELDOM = /** @type {const} */ (['closes_edits', 'reply_after_deletion', 'notifies', 'checked_first']);

/** @typedef {typeof FACTS[number] | typeof SELDOM[number]} FactName */

/** @param {Work} work */
export function platform(work) {
  const row = el('div', { class: 'row', hidden: true });
  void toldOf(work).then((known) => {
    if (known) row.replaceChildren(folded(known));
    row.hidden = !known;
  });
  return row;
}

/**
 * The steps that cannot be taken back, in sight from the start; once the text is ready, they are what is left to read.
 * @param {Work} work
 */
export function beforePosting(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('beforePosting'), hidden: true });
  /** @type {Warning[]} */
  let warnings = [];
  let ready = false;
  const draw = () => {
    const { checked } = work.writing;
    const now = Boolean(checked && 'linted' in checked && isReady(checked.linted));
    if (now && !ready && warnings.length) work.announce([say('beforePressing'), ...warnings.map(({ words }) => words)].join(' '));
    ready = now;
    row.hidden = !warnings.length;
    row.replaceChildren(
      el('h3', {}, say(ready ? 'beforePressing' : 'beforePosting')),
      el('div', { class: ready ? 'notice pressing' : 'notice' }, ...warned(warnings)));
  };
  void toldOf(work).then((known) => {
    warnings = known ? warningsOf(known) : [];
    draw();
  });
  work.writing.news.addEventListener('checked', draw);
  return row;
}

/**
 * One source said of all stands once.
 * @param {Warning[]} warnings
 */
function warned(warnings) {
  return warnings.map(({ words, fact }, index) => {
    const next = warnings[index + 1]?.fact;
    const again = next?.url === fact.url && next.verified === fact.verified;
    return el('p', {}, el('b', { 'aria-hidden': 'true' }, '! '), words, ' ', !again && sourceOf(fact));
  });
}

/**
 * @param {Work} work
 * @returns {Promise<Platform|null>}
 */
async function toldOf({ entry: { item: { review } } }) {
  if (!review.platform) return null;
  const outcome = await ask({ kind: 'platform', id: review.platform });
  return outcome.ok ? outcome.value : null;
}

/**
 * What of posting on this platform is final, and the fact that says so.
 * @typedef {{words: string, fact: Fact}} Warning
 *
 * @param {Platform} known
 * @returns {Warning[]}
 */
export function warningsOf({ replies, editable, closes_edits: closes, notifies, reply_after_deletion: again }) {
  if (replies?.value === 'none') return [{ words: say('warnNoReplies'), fact: replies }];
  /** @type {Warning[]} */
  const warnings = [];
  if (closes?.value) warnings.push({ words: say('warnCloses'), fact: closes });
  if (editable?.value === false) warnings.push({ words: say('warnNotEditable'), fact: editable });
  if (replies?.value === 'one' && editable?.value !== true) {
    warnings.push({ words: say(editable ? 'warnOneReply' : 'warnOneReplyUnknown'), fact: replies });
  }
  if (again?.value === false) warnings.push({ words: say('warnNoSecond'), fact: again });
  if (notifies?.value) warnings.push({ words: say('warnNotified'), fact: notifies });
  return warnings;
}

/** @param {Platform} known */
function folded(known) {
  const shown = [...FACTS, ...SELDOM.filter((name) => known[name])];
  const nothing = shown.every((name) => !known[name]);
  return el('details', { class: 'facts' },
    el('summary', {}, say('allowsHeading', known.name)),
    nothing ? el('p', { class: 'soft' }, say('allowsNothing', known.name)) : el('dl', {}, ...shown.flatMap((name) => line(known, name))));
}

/**
 * @param {Platform} known
 * @param {FactName} name
 */
function line(known, name) {
  const fact = known[name];
  const value = el('dd', {}, fact ? valueOf(fact, name) : el('span', { class: 'soft' }, say('notKnown')));
  if (fact) value.append(sourceOf(fact));
  return [el('dt', {}, say(`fact_${name}`)), value];
}

/** @param {Fact} fact */
function sourceOf({ verified, read_on: readOn, url }) {
  return el('small', {}, say(verified ? 'factVerified' : 'factUnverified', day(readOn)), ' ', link(url, say('factSource')));
}

/**
 * @param {Fact} fact
 * @param {FactName} name
 */
function valueOf({ value, unit }, name) {
  if (name === 'report_url') return link(String(value), say('reportPage'));
  if (typeof value === 'number') return sayCount(`upTo_${unit ?? 'characters'}`, value);
  if (name === 'replies') return say(`replies_${value}`);
  return say(value ? 'factYes' : 'factNo');
}
