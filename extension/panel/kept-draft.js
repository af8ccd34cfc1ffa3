/** What somebody wrote for this review on an earlier visit and did not post: offered, never put back unasked. */

import { keptOf, recall, throwAway } from '../content/drafts.js';
import { sameWords } from '../content/insert.js';
import { moment, say } from '../content/words.js';
import { byPerson } from './by-person.js';
import { draftCard } from './draft-card.js';
import { el } from './dom.js';

/** @typedef {import('./panel.js').Work} Work */

/** @param {Work} work */
export function keptDraft(work) {
  const { entry, signal } = work;
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('keptHeading'), hidden: true });
  void recall([entry]).then(() => {
    const kept = keptOf(entry);
    if (signal.aborted || !kept?.text.trim() || entry.posted || isThere(work, kept.text)) return;
    const discard = el('button', { type: 'button' }, say('keptDiscard'));
    discard.addEventListener('click', byPerson(() => {
      throwAway(entry);
      row.hidden = true;
      work.announce(say('keptGone'));
      /** @type {HTMLElement|null} */ (row.closest('section'))?.focus();
    }));
    row.replaceChildren(
      el('h3', {}, say('keptHeading')),
      el('p', { class: 'soft' }, kept.at ? moment(kept.at) : ''),
      draftCard(work, kept, discard),
    );
    row.hidden = false;
    work.announce(say('keptHeading'));
  });
  entry.news.addEventListener('posted', () => { row.hidden = true; }, { signal });
  return row;
}

/**
 * Some sites keep drafts themselves.
 * @param {Work} work
 * @param {string} text
 */
const isThere = ({ entry: { draft }, writing: { place } }, text) => sameWords(place.text, text) || Boolean(draft && sameWords(draft.text, text));
