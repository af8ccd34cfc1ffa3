/** Scripts that should be JSON, as pages really write them: wrapped, with commas too many, or broken in one place. */

import { valueAt } from './page-data.js';
import { MOST_REVIEWS } from './review.js';

const LARGEST_SCRIPT = 10_000_000;
const LONGEST_REVIEW = 50_000;
/** Comments, which JSON has none of; a string may hold the same signs and is kept. */
const COMMENTS = /("(?:[^"\\\n]|\\.)*")|\/\*[\s\S]{0,2000}?\*\/|\/\/[^\n]*/g;

/** @type {WeakMap<Element, {source: string, data: unknown}>} */
const PARSED = new WeakMap();

/**
 * What a script says, undefined where nothing in it can be read.
 * @param {Element} script
 */
export function parsedScript(script) {
  const source = script.textContent ?? '';
  const known = PARSED.get(script);
  if (known?.source === source) return known.data;
  const data = source.length > LARGEST_SCRIPT ? undefined : parsed(source);
  PARSED.set(script, { source, data });
  return data;
}

/**
 * @param {string} source
 * @returns {unknown}
 */
function parsed(source) {
  const bare = source.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*;?\s*$/g, '').trim();
  for (const mend of MENDS) {
    try {
      return JSON.parse(mend(bare));
    } catch {
      // The next one mends more.
    }
  }
  return salvaged(mended(onOneLine(bare)));
}

/** @type {((source: string) => string)[]} */
const MENDS = [
  (source) => source,
  (source) => onOneLine(withLines(source)),
  onOneLine,
  (source) => mended(onOneLine(withLines(source))),
  (source) => mended(onOneLine(source)),
  (source) => mended(onOneLine(source.replace(COMMENTS, '$1'))),
  (source) => decoded(onOneLine(source)),
];

/** @param {string} source with line ends in strings as JSON writes them */
function withLines(source) {
  return source.replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) => string.replace(/\r?\n/g, '\\n'));
}

/** @param {string} source strings may not hold line ends */
function onOneLine(source) {
  // eslint-disable-next-line no-control-regex
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '');
}

/** @param {string} source without the commas and signs that scripts may have and JSON may not */
function mended(source) {
  return source.replace(/,\s*([}\]])/g, '$1').replace(/\\'/g, "'");
}

/** @param {string} source JSON that was written as markup */
function decoded(source) {
  return source.replace(/&quot;|&#0?34;/g, '"');
}

/**
 * The reviews of a script that is no JSON as a whole, because of a quotation mark somewhere else in it.
 * @param {string} source
 * @returns {unknown}
 */
function salvaged(source) {
  const found = [];
  for (const { index } of source.matchAll(/\{(?=\s*"@type"\s*:\s*"(?:User|Employer)?Review")/gi)) {
    try {
      if (found.length < MOST_REVIEWS) found.push(JSON.parse(valueAt(source.slice(index, index + LONGEST_REVIEW), 0)));
    } catch {
      // This one is broken itself.
    }
  }
  return found.length ? { review: found } : undefined;
}
