/** Problems that several recent reviews report: how many and when, who said it, and the way to an issue for all of them. */

import { ask } from '../content/client.js';
import { say, sayCount } from '../content/words.js';
import { el, link, words } from '../panel/dom.js';
import { sayPage } from '../panel/page-words.js';
import { problemBox } from '../panel/problem.js';
import { weekBars, weekWords } from './weeks.js';

/** @typedef {import('../background/shapes.js').Pattern} Pattern */
/** @typedef {import('../background/shapes.js').Issue} Issue */

const EXAMPLES = 2;
const LONGEST_TITLE = 300;

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} sentence */
const tell = (sentence) => { at('news').textContent = sentence; };

/** @param {string} [done]  what was done just before, to be told when the list stands */
async function show(done = '') {
  at('list').setAttribute('aria-busy', 'true');
  tell(say('patternsLooking'));
  const outcome = await ask({ kind: 'patterns' });
  at('list').setAttribute('aria-busy', 'false');
  tell(done);
  at('problem').replaceChildren(...(outcome.ok ? [] : [problemBox(outcome.problem, () => void show())]));
  if (!outcome.ok) return;
  const rows = outcome.value.items.map(row);
  at('list').replaceChildren(...(rows.length ? rows : [el('li', { class: 'empty' }, say('patternsEmpty'))]));
}

/** @param {Pattern} pattern */
function row(pattern) {
  const said = el('div', {});
  return el('li', { class: 'pattern' },
    el('header', {},
      el('div', {},
        el('h2', { dir: 'auto' }, pattern.name),
        el('p', { class: 'soft' }, [sayCount('patternsReviews', pattern.count), pattern.product].filter(Boolean).join(' · ')),
        el('p', { class: 'soft' }, weekWords(pattern.weeks))),
      weekBars(pattern.weeks)),
    ...pattern.examples.slice(0, EXAMPLES).flatMap(example),
    pattern.issue ? known(pattern, pattern.issue, said) : opening(pattern, said),
    said);
}

/** @param {import('../background/shapes.js').Review} review */
function example(review) {
  const text = [review.title, review.text].filter(Boolean).join(': ');
  return [
    el('blockquote', {}, words(text, 220)),
    el('p', { class: 'soft' }, words(review.author ?? say('noName'), 80), ' · ', review.platform ?? '', ' · ',
      review.url ? link(review.url, say('openReview')) : ''),
  ];
}

/**
 * The issue it is already, and the reporters it does not have yet.
 * @param {Pattern} pattern
 * @param {Issue} issue
 * @param {HTMLElement} said
 */
function known(pattern, issue, said) {
  const rest = pattern.not_linked;
  const linkRest = async () => {
    for (const review_id of rest) {
      const outcome = await ask({ kind: 'linkIssue', issue_id: issue.id, review_id });
      if (!outcome.ok) return said.replaceChildren(problemBox(outcome.problem, () => void linkRest()));
    }
    return show(say('linked', issue.title));
  };
  return el('div', { class: 'buttons' },
    el('p', {}, say('patternsIs', issue.title)),
    rest.length > 0 && el('button', { type: 'button', onclick: () => void linkRest() }, sayCount('patternsLinkRest', rest.length)));
}

/**
 * A new issue for all of them, its title to be made short by a person.
 * @param {Pattern} pattern
 * @param {HTMLElement} said
 */
function opening(pattern, said) {
  const key = crypto.randomUUID();
  const title = el('input', { maxLength: LONGEST_TITLE, required: true, dir: 'auto', value: pattern.name });
  const send = async () => {
    const outcome = await ask({
      kind: 'openIssue', key, title: title.value.trim(), product: pattern.product?.slice(0, LONGEST_TITLE), review_ids: pattern.not_linked,
    });
    if (!outcome.ok) return said.replaceChildren(problemBox(outcome.problem, () => void send()));
    return show(say('linked', outcome.value.title));
  };
  const form = el('form', {},
    el('label', {}, say('issueTitle'), title),
    el('div', { class: 'buttons' }, el('button', { class: 'main' }, sayCount('patternsOpen', pattern.not_linked.length))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  return el('details', {}, el('summary', {}, say('newIssue')), form);
}

sayPage();
await show();
