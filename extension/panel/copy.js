/** A button that copies a text, and says so. */

import { say } from '../content/words.js';
import { el } from './dom.js';

/**
 * @param {() => string} text
 * @param {(sentence: string) => void} tell
 * @param {string} [label]  for screen readers, where several stand together
 */
export function copyButton(text, tell, label) {
  return el('button', { type: 'button', 'aria-label': label, onclick: () => void copy(text(), tell) }, say('copy'));
}

/**
 * @param {string} text
 * @param {(sentence: string) => void} tell
 */
export async function copy(text, tell) {
  try {
    await navigator.clipboard.writeText(text);
    tell(say('copied'));
  } catch {
    tell(say('copyFailed'));
  }
}
