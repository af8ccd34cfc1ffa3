/** What the platform allows a reply to be, each fact with where and when it was read; and what cannot be taken back there. */

import { ask } from '../content/client.js';
import { day, say, sayCount } from '../content/words.js';
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
 * The steps that cannot be taken back, in sight before anybody posts.
 * @param {Work} work
 */
export function beforePosting(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('beforePosting'), hidden: true });
  void toldOf(work).then((known) => {
    const sentences = known ? warningsOf(known) : [];
    row.hidden = !sentences.length;
    row.replaceChildren(...sentences.map((sentence) => el('p', { class: 'notice' }, el('b', { 'aria-hidden': 'true' }, '! '), sentence)));
  });
  return row;
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
 * What of posting on this platform is final.
 * @param {Platform} known
 */
export function warningsOf({ replies, editable, closes_edits: closes }) {
  const warnings = [];
  if (replies?.value === 'none') return [say('warnNoReplies')];
  if (editable?.value === false) warnings.push(say('warnNotEditable'));
  if (replies?.value === 'one' && editable?.value !== true) warnings.push(say(editable ? 'warnOneReply' : 'warnOneReplyUnknown'));
  if (closes?.value) warnings.push(say('warnCloses'));
  return warnings;
}

/** @param {Platform} known */
function folded(known) {
  const nothing = FACTS.every((name) => !known[name]);
  return el('details', { class: 'facts' },
    el('summary', {}, say('allowsHeading', known.name)),
    nothing ? el('p', { class: 'soft' }, say('allowsNothing', known.name)) : el('dl', {}, ...FACTS.flatMap((name) => line(known, name))));
}

/**
 * @param {Platform} known
 * @param {typeof FACTS[number]} name
 */
function line(known, name) {
  const fact = known[name];
  const value = el('dd', {}, fact ? valueOf(fact, name) : el('span', { class: 'soft' }, say('notKnown')));
  if (fact) value.append(el('small', {}, say(fact.verified ? 'factVerified' : 'factUnverified', day(fact.read_on)), ' ', link(fact.url, say('factSource'))));
  return [el('dt', {}, say(`fact_${name}`)), value];
}

/**
 * @param {Fact} fact
 * @param {typeof FACTS[number]} name
 */
function valueOf({ value, unit }, name) {
  if (name === 'report_url') return link(String(value), say('reportPage'));
  if (typeof value === 'number') return sayCount(`upTo_${unit ?? 'characters'}`, value);
  if (name === 'replies') return say(`replies_${value}`);
  return say(value ? 'factYes' : 'factNo');
}
