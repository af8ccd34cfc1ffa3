/** Words out of declared values, which may hold entities and tags. */

import { textOf, tidy } from './text.js';

const MARKUP = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<\/?(?:a|b|blockquote|br|div|em|h\d|i|li|ol|p|span|strong|u|ul)\b[^>]*>/i;
const LONGEST = 400_000;

/**
 * The words of a declared value. Entities are read twice, as some pages write them twice; markup is parsed into a document
 * that is never shown and in which nothing runs.
 * @param {string} value
 */
export function plainWords(value) {
  let words = value.slice(0, LONGEST);
  for (let round = 0; round < 2 && MARKUP.test(words); round += 1) words = parsedWords(words);
  return tidy(words);
}

/** @param {string} markup */
function parsedWords(markup) {
  try {
    const lines = markup.replace(/\n/g, '<br>');
    return textOf(new DOMParser().parseFromString(lines, 'text/html').body);
  } catch {
    return markup;
  }
}
