/** The known issue: the one a person linked, else those that may fit, with why; a person decides. */

import { ask } from '../content/client.js';
import { day, say, term } from '../content/words.js';
import { el, words } from './dom.js';
import { newIssue } from './new-issue.js';
import { problemBox } from './problem.js';
import { searchIssues } from './search-issues.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {import('../background/shapes.js').Issue} Issue
 * @typedef {import('../background/shapes.js').Match} Match
 */

/** @param {Work} work */
export function issue(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('knownIssue') });
  const said = el('div', {});
  const head = el('div', {});
  /** @type {Set<string>} */
  const waved = new Set();
  /** @param {Issue} chosen */
  const link = (chosen) => void attach(work, chosen, said, link);
  const draw = () => head.replaceChildren(...(work.seen.issue
    ? linked(work, work.seen.issue, said)
    : proposed(work, waved, link, draw)));
  draw();
  work.entry.news.addEventListener('seen', draw, { signal: work.signal });
  row.append(head, said, el('div', { class: 'ways' }, searchIssues(work, link), newIssue(work, said)));
  return row;
}

/**
 * Tie the review to an issue, and show what follows from it.
 * @param {Work} work
 * @param {Issue} chosen
 * @param {HTMLElement} said
 * @param {(chosen: Issue) => void} again
 */
async function attach(work, chosen, said, again) {
  const outcome = await ask({ kind: 'linkIssue', issue_id: chosen.id, review_id: work.seen.id });
  said.replaceChildren();
  if (!outcome.ok) return said.replaceChildren(problemBox(outcome.problem, () => again(chosen)));
  work.announce(say('linked', chosen.title));
  await work.refresh();
  return undefined;
}

/**
 * @param {Work} work
 * @param {Issue} known
 * @param {HTMLElement} said
 */
function linked(work, known, said) {
  const remove = async () => {
    const outcome = await ask({ kind: 'unlinkIssue', issue_id: known.id, review_id: work.seen.id });
    if (!outcome.ok) return said.replaceChildren(problemBox(outcome.problem, () => void remove()));
    said.replaceChildren();
    work.announce(say('unlinked'));
    await work.refresh();
    return undefined;
  };
  return [
    el('h3', {}, say('knownIssue')),
    el('p', {}, el('b', {}, words(known.title))),
    el('p', {}, [issueState(known), versionSaid(work)].filter(Boolean).join(' '), ' ',
      el('button', { type: 'button', class: 'link', onclick: () => void remove() }, say('notThisOne'))),
  ];
}

/**
 * @param {Work} work
 * @param {Set<string>} waved  the ids the person said it is not
 * @param {(chosen: Issue) => void} link
 * @param {() => void} redraw
 */
function proposed(work, waved, link, redraw) {
  const fitting = (work.seen.matches ?? []).filter((match) => !waved.has(match.issue.id));
  if (!fitting.length) return [el('h3', {}, say('knownIssue')), el('p', { class: 'soft' }, say('noIssue'))];
  // One at a time: the next likely one comes when this one is waved away, and the suggestions stay in sight.
  const card = matchCard(fitting[0], link, () => {
    waved.add(fitting[0].issue.id);
    redraw();
  });
  return [el('h3', {}, say('maybeIssue')), card];
}

/**
 * @param {Match} match
 * @param {(chosen: Issue) => void} link
 * @param {() => void} wave
 */
function matchCard({ issue: known, why }, link, wave) {
  return el('div', { class: 'card' },
    el('p', {}, el('b', {}, words(known.title))),
    el('p', { class: 'soft' }, issueState(known)),
    why.length > 0 && el('p', { class: 'soft' }, words(why.join(' · '), 300)),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', 'aria-label': say('linkThis', known.title), onclick: () => link(known) }, say('linkIssue')),
      el('button', { type: 'button', 'aria-label': say('notThis', known.title), onclick: wave }, say('notThisOne'))));
}

/**
 * How far an issue is, as a sentence.
 * @param {Issue} known
 */
export function issueState({ state = 'open', fixed_in: version, released_on: on }) {
  if (state === 'released' && version && on) return say('issueReleasedIn', version, day(on));
  if (state === 'released' && on) return say('issueReleasedOn', day(on));
  if (state === 'fixed' && version) return say('issueFixedIn', version);
  return say('issueState', term('issue', state));
}

/** @param {Work} work */
function versionSaid({ seen, entry: { item: { review } } }) {
  const version = review.product_version ?? seen.triage.versions?.[0];
  return version ? say('reviewSaysVersion', version) : '';
}
