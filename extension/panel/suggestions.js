/** Suggested replies, one at a time: use it, see another, or copy it; or why there is none, and where to report instead. */

import { ask } from '../content/client.js';
import { languageName, say } from '../content/words.js';
import { byPerson } from './by-person.js';
import { draftCard } from './draft-card.js';
import { el, link } from './dom.js';
import { problemBox } from './problem.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Suggested} Suggested
 */

/** @param {Work} work */
export function suggestions(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('suggestions'), 'aria-busy': 'true' });
  let issue = work.seen.issue?.id;
  const load = async () => {
    row.hidden = false;
    row.setAttribute('aria-busy', 'true');
    row.replaceChildren(el('h3', {}, say('suggestions')), el('p', { class: 'soft' }, say('loadingSuggestions')));
    const outcome = await ask({ kind: 'suggestions', review_id: work.seen.id });
    if (work.signal.aborted) return;
    row.setAttribute('aria-busy', 'false');
    if (outcome.ok) {
      const parts = suggested(work, outcome.value);
      row.hidden = !parts.length;
      row.replaceChildren(...parts);
    }
    else row.replaceChildren(el('h3', {}, say('suggestions')), problemBox(outcome.problem, () => void load()));
  };
  void load();
  // What was noted of the case decides what a reply may say.
  work.entry.news.addEventListener('noted', () => void load(), { signal: work.signal });
  work.entry.news.addEventListener('seen', () => {
    // Other words fit once the review is tied to an issue.
    if (issue !== work.seen.issue?.id) void load();
    issue = work.seen.issue?.id;
  }, { signal: work.signal });
  return row;
}

/**
 * @param {Work} work
 * @param {Suggested} told
 * @returns {Node[]}
 */
function suggested(work, { scenario, suggestions: all, why_not: whyNot, missing_language: missing, platform }) {
  const report = ['troll', 'hold'].includes(scenario) ? platform?.report_url : undefined;
  // The follow-up stands above already.
  const found = all.filter(({ text }) => text !== work.seen.follow_up?.text);
  if (all.length && !found.length) return [];
  if (!found.length) {
    return [
      el('h3', {}, whyNot ? say('whyNot') : say('suggestions')),
      el('p', { class: 'words' }, whyNot ?? say('suggestionsNone')),
      ...(report ? [el('p', {}, link(report, say('reportPage')))] : []),
    ];
  }
  const warnings = (platform?.warnings ?? []).map((warning) => el('p', { class: 'soft words' }, warning));
  const slot = el('div', {});
  show(work, slot, found, 0);
  return [el('h3', {}, say('suggestions')), ...instead(missing, found[0].language), slot, ...warnings];
}

/**
 * Why the words are not in the reviewer's language.
 * @param {string|undefined} missing
 * @param {string} written
 */
function instead(missing, written) {
  return missing ? [el('p', { class: 'soft' }, say('missingLanguage', languageName(missing), languageName(written)))] : [];
}

/**
 * @param {Work} work
 * @param {HTMLElement} slot
 * @param {Suggested['suggestions']} found
 * @param {number} index
 */
function show(work, slot, found, index) {
  const more = [];
  if (found.length > 1) {
    const another = el('button', { type: 'button', class: 'another' }, say('another'));
    another.addEventListener('click', byPerson(() => {
      const next = (index + 1) % found.length;
      show(work, slot, found, next);
      // A voice reads the reader's language best.
      work.announce(found[next].gloss?.text ?? found[next].text);
      /** @type {HTMLElement|null} */ (slot.querySelector('.another'))?.focus();
    }));
    more.push(another);
  }
  slot.replaceChildren(draftCard(work, found[index], ...more));
}
