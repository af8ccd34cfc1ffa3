/** Puts the reader's language into a page of the extension: elements marked `data-say` name their sentence. */

import { language, say } from '../content/words.js';

/** Fill in every marked element, and say which language it is. */
export function sayPage() {
  document.documentElement.lang = language;
  for (const marked of document.querySelectorAll('[data-say]')) marked.textContent = say(marked.getAttribute('data-say') ?? '');
}
