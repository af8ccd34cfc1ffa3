/** Finding another issue by its words. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { el } from './dom.js';
import { issueState } from './issue.js';
import { problemBox } from './problem.js';

/** @typedef {import('../background/shapes.js').Issue} Issue */

const PAUSE_MS = 250;

/**
 * @param {import('./panel.js').Work} work
 * @param {(chosen: Issue) => void} link
 */
export function searchIssues({ announce }, link) {
  const list = el('ul', { class: 'plain found' });
  const field = el('input', { type: 'search', 'aria-label': say('searchIssues'), placeholder: say('searchIssues') });
  let turn = 0;
  const search = async () => {
    turn += 1;
    const mine = turn;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    if (mine !== turn) return;
    const outcome = await ask({ kind: 'issues', q: field.value.trim().slice(0, 200) });
    if (mine !== turn) return;
    if (!outcome.ok) return list.replaceChildren(el('li', {}, problemBox(outcome.problem, () => void search())));
    const { items } = outcome.value;
    list.replaceChildren(...items.map((found) => foundIssue(found, link)));
    if (!items.length) list.replaceChildren(el('li', { class: 'soft' }, say('searchNothing')));
    announce(items.length ? items.map(({ title }) => title).join(', ').slice(0, 300) : say('searchNothing'));
    return undefined;
  };
  field.addEventListener('input', () => void search());
  const fold = el('details', {}, el('summary', {}, say('otherIssue')), field, list);
  fold.addEventListener('toggle', () => {
    if (fold.open && !list.childElementCount) void search();
  });
  return fold;
}

/**
 * @param {Issue} found
 * @param {(chosen: Issue) => void} link
 */
function foundIssue(found, link) {
  return el('li', {},
    el('span', { class: 'words', dir: 'auto' }, found.title, el('small', {}, issueState(found))),
    el('button', { type: 'button', 'aria-label': say('linkThis', found.title), onclick: () => link(found) }, say('linkIssue')));
}
