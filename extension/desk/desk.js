/** The follow-up list: who is waiting to hear that something changed, where, and in which words. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { copyButton } from '../panel/copy.js';
import { el, link, words } from '../panel/dom.js';
import { lengthWords } from '../panel/draft-card.js';
import { glossOf } from '../panel/gloss.js';
import { issueState } from '../panel/issue.js';
import { sayPage } from '../panel/page-words.js';
import { problemBox } from '../panel/problem.js';

/** @typedef {import('../background/shapes.js').OwedFollowUp} Owed */

const STATES = ['ready', 'held', 'posted'];

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} sentence */
const tell = (sentence) => { at('news').textContent = sentence; };

/** The state the address names; ready without one. */
function chosen() {
  const named = location.hash.slice(1);
  return STATES.includes(named) ? named : 'ready';
}

async function show() {
  const state = chosen();
  at('states').replaceChildren(...STATES.map((one) => el('a', {
    href: `#${one}`, 'aria-current': one === state ? 'page' : undefined,
  }, say(`followUp_${one}`))));
  at('list').setAttribute('aria-busy', 'true');
  tell(say('loading'));
  const outcome = await ask({ kind: 'followups' });
  if (state !== chosen()) return;
  tell('');
  at('list').setAttribute('aria-busy', 'false');
  at('problem').replaceChildren(...(outcome.ok ? [] : [problemBox(outcome.problem, () => void show())]));
  if (!outcome.ok) return;
  const rows = outcome.value.items.filter((owed) => owed.state === state).map(row);
  at('list').replaceChildren(...(rows.length ? rows : [el('li', { class: 'empty' }, say(`deskEmpty_${state}`))]));
}

/** @param {Owed} owed */
function row({ issue, review, draft, why_not: whyNot }) {
  const name = review.author ?? say('noName');
  const said = [review.title, review.text].filter(Boolean).join(': ');
  return el('li', {},
    el('h2', { dir: 'auto' }, issue.title),
    el('p', { class: 'soft' }, issueState(issue)),
    el('blockquote', {}, said ? words(said, 220) : say('noWords')),
    el('p', {}, words(name, 80), ' · ', review.platform ?? '', ' · ',
      review.url ? link(review.url, say('openReview')) : ''),
    draft ? el('p', { class: 'words draft', dir: 'auto', lang: draft.language }, draft.text) : el('p', { class: 'soft' }, whyNot ?? ''),
    ...glossOf(draft ?? {}),
    draft && el('div', { class: 'buttons' },
      copyButton(() => draft.text, tell, say('copyFor', name)), lengthWords(draft.length)));
}

addEventListener('hashchange', () => void show());
sayPage();
await show();
