/** The panel's own box, for pages that show the review but not the place to answer it. */

import { recordPosted } from '../content/notice.js';
import { setDraft } from '../content/drafts.js';
import { say } from '../content/words.js';
import { copyButton } from './copy.js';
import { el } from './dom.js';

/** @param {import('./panel.js').Work} work */
export function ownDraft({ entry, writing, announce }) {
  const { own } = writing.place;
  const row = el('div', { class: 'row', hidden: writing.place.onSite });
  if (entry.draft) own.value = entry.draft.text;
  own.addEventListener('input', () => setDraft(entry, own.value));
  const done = el('button', { type: 'button', onclick: () => void recordPosted(entry) }, say('iPostedThis'));
  row.append(
    el('h3', {}, say('ownDraft')),
    el('p', { class: 'soft' }, say('ownDraftHow')),
    own,
    el('div', { class: 'buttons' }, copyButton(() => own.value, announce), done),
  );
  return row;
}
