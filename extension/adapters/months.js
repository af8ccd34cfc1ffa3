/** The names of the months, as the browser has them. */

import { NAMES } from './month-names.js';

const MOST_KNOWN = 2_000;

/** @type {Map<string, Map<string, number>>} */
const MONTHS = new Map();
/** @type {Map<string, number> | null} */
let any = null;
/**
 * The same few words stand beside the numbers of a page again and again.
 * @type {Map<string, number | undefined>}
 */
const KNOWN = new Map();

/**
 * The number of a month by its name, first in the page's own language; undefined for any other word.
 * @param {string} word
 * @param {string | undefined} language
 */
export function monthOf(word, language) {
  const key = `${language ?? ''} ${word}`;
  if (KNOWN.has(key)) return KNOWN.get(key);
  const name = plain(word);
  const own = knownTag(language);
  const number = (own ? monthsOf(own).get(name) : undefined) ?? (any ??= merged()).get(name);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(key, number);
  return number;
}

/**
 * The month names of one language; the browser is asked where we did not ask it before.
 * @param {string} tag
 */
function monthsOf(tag) {
  const language = tag.split('-')[0];
  const known = MONTHS.get(language);
  if (known) return known;
  const names = Object.hasOwn(NAMES, language) ? listed(NAMES[language]) : askedNames(tag);
  MONTHS.set(language, names);
  return names;
}

/** @param {string} months */
function listed(months) {
  const names = months ? months.split(',') : [];
  return new Map(names.flatMap((all, index) => all.split(' ').map((name) => /** @type {const} */ ([name, index + 1]))));
}

/** The names of all languages; what two of them call different months is the one's that is asked first. */
function merged() {
  /** @type {Map<string, number>} */
  const names = new Map();
  for (const months of Object.values(NAMES)) {
    for (const [name, number] of listed(months)) if (!names.has(name)) names.set(name, number);
  }
  return names;
}

/**
 * What the browser calls the months in one language, alone and beside a day: names of one word, others are looked for nowhere.
 * @param {string} tag
 */
export function askedNames(tag) {
  /** @type {Map<string, number>} */
  const names = new Map();
  for (const month of /** @type {const} */ (['long', 'short'])) {
    for (const beside of [{}, { day: /** @type {const} */ ('numeric') }]) {
      const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { month, timeZone: 'UTC', ...beside });
      for (let number = 1; number <= 12; number += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2001, number - 1, 15)));
        const name = plain(parts.find((part) => part.type === 'month')?.value ?? '');
        if (/^[^\s\d,]+$/.test(name) && !names.has(name)) names.set(name, number);
      }
    }
  }
  if (tag === 'en') names.set('sept', 9);
  return names;
}

/** @param {string} word a month's name as compared: many write 'aout' for "août" */
function plain(word) {
  const folded = word.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase();
  return folded.replace(/^(?:d['’]|ב)/, "").replace(/[.'’]+$/g, "").trim();
}

/**
 * A language tag in its proper form, undefined for what is none.
 * @param {string | undefined} language
 */
export function knownTag(language) {
  try {
    return language ? Intl.getCanonicalLocales(language.replace('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
