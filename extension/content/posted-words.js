/** Is what a page shows as the answer the text somebody was writing? Sites wrap it, mark it, cut it, and tidy it. */

import { sameWords } from './insert.js';

/** Words around a short reply that are the site's own: a name, a date, a mark. */
const MOST_AROUND = 160;
const SHORTEST = 12;
/** Of a hundred words that many are the same: the person's last touch or the site's tidying, not another's answer. */
const ALIKE = 0.8;
const CUT = /\s*(?:…|\.\.\.|\[…\])\s*(?:\p{L}+\s*){0,2}$/u;
/** How sites mark a reply that others do not see yet, in the languages of the sites we know. */
const HELD = new RegExp([
  'await\\w* (?:approval|moderation|review)', '\\bpending\\b', 'in moderation', 'under review', 'being reviewed', 'not (?:yet )?(?:visible|published)',
  'wird (?:noch )?(?:geprüft|überprüft)', 'in Prüfung', 'Freigabe', 'ausstehend', 'in afwachting', 'wordt (?:nog )?(?:beoordeeld|gecontroleerd)',
  'en attente', 'en cours de (?:validation|modération|vérification)', 'pendiente', 'en revisión', 'in attesa', 'in (?:fase di )?revisione',
].join('|'), 'iu');

/**
 * What the page shows as the answer: its text where that is told apart, and all that stands in its element.
 * @typedef {{text: string, all: string}} Shown
 *
 * The words that were posted, and whether the site holds them back; null where it shows another text.
 * @param {Shown} shown
 * @param {string} written
 * @param {string} before  the answer that stood there when this one was begun
 * @returns {{text: string, held: boolean}|null}
 */
export function postedIn(shown, written, before) {
  if (!written.trim() || sameWords(written, before)) return null;
  const final = finalWords(shown, written);
  if (final === null || sameWords(final, before)) return null;
  return { text: final.trim(), held: [shown.text, shown.all].some((one) => HELD.test(around(one, final))) };
}

/**
 * @param {Shown} shown
 * @param {string} written
 * @returns {string|null}
 */
function finalWords({ text, all }, written) {
  if (sameWords(text, written) || isCut(text, written) || (HELD.test(around(text, written)) && isWithin(text, written))) return written;
  if (likeness(text, written) >= ALIKE) return text;
  return isWithin(all, written) ? written : null;
}

/**
 * @param {string} text
 * @param {string} written
 */
function isWithin(text, written) {
  const words = flat(written);
  return words.length >= SHORTEST && flat(text).includes(words) && around(text, written).length <= MOST_AROUND;
}

/**
 * A site that shows the beginning only.
 * @param {string} text
 * @param {string} written
 */
function isCut(text, written) {
  const begun = flat(text.replace(CUT, ''));
  return CUT.test(text) && begun.length >= SHORTEST && flat(written).startsWith(begun);
}

/**
 * How much of the longer of two texts is in the other, word by word.
 * @param {string} one
 * @param {string} other
 */
export function likeness(one, other) {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count) shared += 1;
    left.set(word, count - 1);
  }
  return shared / Math.max(words.length, others.length, 1);
}

/**
 * What stands around the words in a text, empty where they are not in it.
 * @param {string} text
 * @param {string} words
 */
function around(text, words) {
  const [all, part] = [flat(text), flat(words)];
  return all.includes(part) ? all.replace(part, () => '') : '';
}

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param {string} text */
const flat = (text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
