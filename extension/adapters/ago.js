/** "3 weeks ago" as a day, in the languages the browser knows: counted back from the day of reading, unknown without it. */

import { latinDigits } from './dates.js';
import { knownTag } from './months.js';

/** @typedef {'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'} Unit */
/** @typedef {{pattern: RegExp, unit: Unit, count?: number}} Phrase `count` where the words hold no number: "yesterday" */
/** @typedef {{any: RegExp, phrases: Phrase[]}} Phrases */

const UNITS = /** @type {Unit[]} */ (['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);
const DAY = 86_400_000;
const MILLISECONDS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: DAY, week: 7 * DAY };
/** Enough numbers to meet every plural form there is. */
const COUNTS = [1, 2, 3, 5, 11, 20];
const STYLES = /** @type {const} */ (['long', 'short', 'narrow']);
const LONGEST = 120;
const NUMBER = '\\s*(\\d{1,3})\\s*';
/** Tried where a page does not say its language: each costs the browser some milliseconds, once. */
const USUAL = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ja', 'zh', 'ko', 'ru'];
/** "a week ago": people write one as a word, the browser as a number. */
const ONE =
  /(?<![\p{L}\d])(?:an?|one|ein(?:e[mnrs]?)?|une?|un[ao]|één|een|uma?|en|ett?|eit|jeden|jedn[ąu]|один|одну|egy|bir|yksi|satu|se)(?![\p{L}\d])/giu;
/** Ways to say it that the browser does not know. */
const ALSO = /** @type {[string, string, Unit][]} */ ([
  ['pt', '# minutos? atrás', 'minute'], ['pt', '# horas? atrás', 'hour'], ['pt', '# dias? atrás', 'day'],
  ['pt', '# semanas? atrás', 'week'], ['pt', '# m[eê]s(?:es)? atrás', 'month'], ['pt', '# anos? atrás', 'year'],
  ['nb', 'for # dag(?:er)? siden', 'day'], ['no', 'for # dag(?:er)? siden', 'day'],
  ['ar', 'منذ # (?:يوم|أيام)', 'day'], ['ar', 'منذ # (?:أسبوع|أسابيع)', 'week'], ['ar', 'منذ # (?:شهر|أشهر)', 'month'],
  ['hi', '# (?:सप्ताह|हफ़्ते) पहले', 'week'], ['hi', '# मही(?:ने|ना) पहले', 'month'], ['hi', '# साल पहले', 'year'],
]);

/** @type {Map<string, Phrases>} */
const KNOWN = new Map();

/**
 * The day some words count back to; undefined where they count nothing or the day of reading is not known. What a site
 * counts in weeks, months or years it rounds: the day is the one so far back, and the page says no more.
 * @param {string} words
 * @param {import('./dates.js').DateHints} hints
 * @returns {string | undefined}
 */
export function dayAgo(words, { language, now }) {
  if (!now || words.length > LONGEST) return undefined;
  const said = latinDigits(words).normalize('NFC').toLowerCase();
  const own = knownTag(language);
  for (const tag of own ? [own, 'en'] : USUAL) {
    for (const variant of variants(said)) {
      const found = phraseIn(variant, tag, tag === (own ?? 'en'));
      if (found) return countedBack(now, found.unit, found.count);
    }
  }
  return undefined;
}

/**
 * The words themselves, then each word for "one" as a number, then a one that is not written: "месяц назад".
 * @param {string} said
 */
function variants(said) {
  if (/\d/.test(said)) return [said];
  const ones = [...said.matchAll(ONE)].slice(0, 6);
  return [said, ...ones.map(({ index, 0: word }) => `${said.slice(0, index)}1${said.slice(index + word.length)}`), `1 ${said}`];
}

/**
 * What a text counts in one language. Without a number only the page's own is believed: "hier" is yesterday in French only.
 * @param {string} said
 * @param {string} tag
 * @param {boolean} own
 */
function phraseIn(said, tag, own) {
  const { any, phrases } = phrasesOf(tag);
  if (!any.test(said)) return undefined;
  for (const { pattern, unit, count } of phrases) {
    const found = pattern.exec(said);
    if (found && (own || count === undefined)) return { unit, count: count ?? Number(found[1]) };
  }
  return undefined;
}

/** @param {string} tag @returns {Phrases} */
function phrasesOf(tag) {
  const known = KNOWN.get(tag);
  if (known) return known;
  /** @type {Map<string, Phrase>} */
  const found = new Map();
  for (const [source, unit, count] of sourcesOf(tag)) {
    if (!found.has(source)) found.set(source, { pattern: new RegExp(source, 'u'), unit, count });
  }
  const phrases = { any: new RegExp([...found.keys()].join('|'), 'u'), phrases: [...found.values()] };
  KNOWN.set(tag, phrases);
  return phrases;
}

/**
 * The patterns of one language, asked of the browser rather than listed.
 * @param {string} tag
 * @returns {Generator<[string, Unit, number | undefined]>}
 */
function* sourcesOf(tag) {
  const naming = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  for (const days of [0, 1, 2]) yield* sourceOf(naming, days, 'day');
  for (const style of STYLES.slice(0, tag === 'en' ? 3 : 2)) {
    const counting = new Intl.RelativeTimeFormat(String(new Intl.Locale(tag, { numberingSystem: 'latn' })), { style, numeric: 'always' });
    for (const unit of UNITS) for (const count of COUNTS) yield* sourceOf(counting, count, unit);
  }
  for (const [also, words, unit] of ALSO) if (tag.startsWith(also)) yield [spaced(words.replace('#', NUMBER)), unit, undefined];
}

/**
 * @param {Intl.RelativeTimeFormat} format
 * @param {number} count
 * @param {Unit} unit
 * @returns {Generator<[string, Unit, number | undefined]>}
 */
function* sourceOf(format, count, unit) {
  const parts = format.formatToParts(-count, unit);
  const whole = parts.map(({ value }) => value).join('').toLowerCase();
  // "-3 d" is what a few languages write in a table; it says nothing of the past elsewhere.
  if (!/\p{L}/u.test(whole) || /^\P{L}*[-−]/u.test(whole)) return;
  const source = parts.map(({ type, value }) => (type === 'integer' ? NUMBER : escaped(value))).join('');
  const numbered = parts.some(({ type }) => type === 'integer');
  yield [`${edge(whole[0], '<!')}${source}${edge(whole.at(-1) ?? '', '!')}`, unit, numbered ? undefined : count];
}

/** @param {string} words as a pattern */
function escaped(words) {
  return spaced(words.normalize('NFC').toLowerCase().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
}

/** @param {string} pattern whatever the spaces */
function spaced(pattern) {
  return pattern.replace(/\s+/g, '\\s*');
}

/**
 * Words end where letters end, but in scripts that put no space between them.
 * @param {string} letter
 * @param {string} side
 */
function edge(letter, side) {
  return letter.toUpperCase() === letter && !/\d/.test(letter) ? '' : `(?${side}[\\p{L}\\d])`;
}

/**
 * @param {Date} now
 * @param {Unit} unit
 * @param {number} count
 */
function countedBack(now, unit, count) {
  if (unit === 'month' || unit === 'year') return sameDay(now, unit === 'year' ? count * 12 : count);
  // A day given without its hour is taken at noon.
  const start = now.getTime() + (now.getTime() % DAY === 0 ? DAY / 2 : 0);
  return new Date(start - count * MILLISECONDS[unit]).toISOString().slice(0, 10);
}

/**
 * The same day so many months before, or that month's last.
 * @param {Date} now
 * @param {number} months
 */
function sameDay(now, months) {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 0));
  last.setUTCDate(Math.min(now.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
