/** The button that copies a page's structure, without its words, for a report. */

import { copy } from '../panel/copy.js';
import { el } from '../panel/dom.js';
import { say } from './words.js';

/**
 * @param {(sentence: string) => void} tell
 */
export function outlineButton(tell) {
  const take = async () => {
    const { outlineOf } = await import('../adapters/outline.js');
    await copy(outlineOf(document), (sentence) => tell(sentence === say('copied') ? say('outlineCopied') : sentence));
  };
  return el('button', { type: 'button', class: 'link', onclick: () => void take() }, say('copyOutline'));
}
