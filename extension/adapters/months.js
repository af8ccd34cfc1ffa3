/** The names of the months, asked of the browser rather than listed. */

/** Languages whose words for dates are tried after the page's own. */
export const LANGUAGES = (
  'en fr de es it pt nl pl sv da nb fi cs sk hu ro bg hr sl sr uk ru el tr ar fa he hi bn ta te th vi id ms ' +
  'ko ja zh ca et lv lt is fy'
).split(' ');

/** @type {Map<string, Map<string, number>>} */
const MONTHS = new Map();

/**
 * The number of a month by its name, first in the page's own language; undefined for any other word.
 * @param {string} word
 * @param {string | undefined} language
 */
export function monthOf(word, language) {
  const name = plain(word);
  const own = knownTag(language);
  for (const tag of own ? [own, ...LANGUAGES] : LANGUAGES) {
    const number = monthsOf(tag).get(name);
    if (number) return number;
  }
  return undefined;
}

/**
 * The month names of one language, in the forms it uses alone and beside a day.
 * @param {string} tag
 */
function monthsOf(tag) {
  const known = MONTHS.get(tag);
  if (known) return known;
  /** @type {Map<string, number>} */
  const names = new Map();
  for (const month of /** @type {const} */ (['long', 'short'])) {
    for (const beside of [{}, { day: /** @type {const} */ ('numeric') }]) {
      const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { month, timeZone: 'UTC', ...beside });
      for (let number = 1; number <= 12; number += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2001, number - 1, 15)));
        const name = plain(parts.find((part) => part.type === 'month')?.value ?? '');
        if (name && !/^\d/.test(name) && !names.has(name)) names.set(name, number);
      }
    }
  }
  if (tag === 'en') names.set('sept', 9);
  MONTHS.set(tag, names);
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
