/** The panel beside a review: who, the known issue, what to tell them, suggestions, and the checklist of what is being written. */

import { Marks } from '../content/marks.js';
import { ReplyPlace } from '../content/reply-place.js';
import { say } from '../content/words.js';
import { answered } from './answered.js';
import { caseNotes } from './case-notes.js';
import { checklist } from './checklist.js';
import { el } from './dom.js';
import { followUp } from './follow-up.js';
import { header } from './header.js';
import { heat } from './heat.js';
import { issue } from './issue.js';
import { keptDraft } from './kept-draft.js';
import { kindWords } from './kind-words.js';
import { ownDraft } from './own-draft.js';
import { beforePosting, platform } from './platform.js';
import { posted } from './posted.js';
import { suggestions } from './suggestions.js';
import { Writing } from './writing.js';

/**
 * @typedef {import('../content/entry.js').Entry} Entry
 *
 * What every section of the panel works with.
 * @typedef {object} Work
 * @property {Entry} entry
 * @property {import('../background/shapes.js').Seen} seen  the latest
 * @property {Writing} writing
 * @property {Marks} marks  underlines what was found
 * @property {() => Promise<void>} refresh
 * @property {(sentence: string) => void} announce
 * @property {AbortSignal} signal
 *
 * @typedef {(work: Work) => HTMLElement} Section
 */

/** The sections, from top to bottom; a new one is added here and nowhere else. */
const SECTIONS = /** @type {Section[]} */ ([posted, answered, keptDraft, followUp, issue, suggestions, ownDraft, heat, beforePosting, checklist, kindWords, caseNotes, platform]);

/**
 * Build the panel into its shadow root.
 * @param {ShadowRoot} root
 * @param {Entry} entry
 * @param {{refresh: () => Promise<void>, close: () => void, signal: AbortSignal}} ways
 * @returns {{focus: () => void}}
 */
export function showPanel(root, entry, { refresh, close, signal }) {
  const news = el('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const own = el('textarea', { id: 'own', rows: 6, dir: 'auto', 'aria-label': say('ownDraft') });
  /** @param {string} sentence */
  const announce = (sentence) => { news.textContent = sentence; };
  const writing = new Writing(entry, new ReplyPlace(entry.item, own), announce, signal);
  const marks = new Marks(signal);
  /** @type {Work} */
  const work = {
    entry, writing, marks, refresh, announce, signal,
    get seen() { return /** @type {import('../background/shapes.js').Seen} */ (entry.seen); },
  };
  const body = el('div', { class: 'body', id: 'body' }, ...SECTIONS.map((section) => section(work)));
  const name = entry.item.review.author ?? say('noName');
  const panel = el('section', { role: 'dialog', 'aria-modal': 'false', 'aria-label': say('panelName', name), tabIndex: -1 },
    header(work, body, close), body, news);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  root.append(panel);
  keepChecking(work);
  return { focus: () => panel.focus({ preventScroll: true }) };
}

/**
 * Check what is written whenever it changes, and keep the underlines with their words until the answer comes.
 * @param {Work} work
 */
function keepChecking({ entry, writing, marks, signal }) {
  writing.news.addEventListener('checked', () => {
    const { checked, place } = writing;
    marks.show(place.box, checked?.text ?? '', checked && 'linted' in checked ? checked.linted.findings : []);
  });
  entry.news.addEventListener('draft', () => {
    marks.follow(writing.place.box, writing.place.text);
    void writing.check();
  }, { signal });
  for (const kind of ['seen', 'posted']) entry.news.addEventListener(kind, () => void writing.check(0), { signal });
  void writing.check(0);
}
