/** What a suggestion says in the reader's language, for those who cannot read what they are about to post; never inserted. */

import { languageName, say } from '../content/words.js';
import { el } from './dom.js';

/** Whoever folds one away wants none under the next suggestion either. */
let unfolded = true;

/** @param {{gloss?: import('../background/shapes.js').Gloss}} draft */
export function glossOf({ gloss }) {
  if (!gloss) return [];
  const fold = el('details', { class: 'gloss', open: unfolded },
    el('summary', {}, say('glossHeading', languageName(gloss.language))),
    el('p', { class: 'words', dir: 'auto', lang: gloss.language }, gloss.text));
  fold.addEventListener('toggle', () => { unfolded = fold.open; });
  return [fold];
}
