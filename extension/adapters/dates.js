/** Dates as pages write them, in the languages the browser knows, turned into ISO 8601. */

import { knownTag, monthOf } from './months.js';

/** Most dates: what else there is to know of writing need not be asked. */
// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;
const MACHINE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
/** 20240506, alone or before a time. */
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{2,6}\S{0,9})?$/;
const WORD = "\\p{L}[\\p{L}\\p{M}.'’]*";
const FILL = "[\\s,.\\-/]*(?:(?:de|del|of|den|a|di)\\s+|d['’])?";
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?';
const DAY_FIRST = new RegExp(`(?<!\\d)${DAY}${FILL}(${WORD})${FILL}(\\d{4})?(?!\\d)`, 'giu');
const MONTH_FIRST = new RegExp(`(${WORD})[\\s.]*${DAY}(?!\\d)(?:${FILL}(\\d{4}))?(?!\\d)`, 'giu');
/** Making a pattern of letters takes a millisecond: this one is only made where a year stands before something. */
const YEAR_BEFORE = /\d{4}[\s,.]/;
const YEAR_FIRST = new RegExp(`(\\d{4})[\\s,.]+(?:m\\.?\\s*)?(${WORD})\\s+${DAY}(?!\\d)`, 'giu');
const HAN = /(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/u;
const VIETNAMESE = /(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s*(?:năm\s+)?(\d{4}))?/iu;
const YEAR_NUMBERS = /(?<!\d)(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)/;
/** 4/5/2026: three numbers whose first two may stand in either order. */
export const NUMBERS = /(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})(?!\d)/;

/**
 * @typedef {object} DateHints
 * @property {string} [language] the page's own language, which also settles 05/06
 * @property {Date | null} [now] the day the page was read; without it a date that lacks its year is not known
 *
 * A date or moment as ISO 8601, or undefined where the words do not say one beyond doubt.
 * @param {string} words
 * @param {DateHints} [hints]
 * @returns {string | undefined}
 */
export function isoDate(words, hints = {}) {
  const text = latinDigits(words.slice(0, 300)).trim();
  return machineDate(text) ?? writtenDate(text, hints);
}

/** @param {string} text */
function machineDate(text) {
  const compact = COMPACT.exec(text);
  if (compact) return calendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const found = MACHINE.exec(text);
  if (!found) return undefined;
  const [, day, time, zone] = found;
  const [year, month, date] = day.split('-').map(Number);
  if (!calendarDay(year, month, date)) return undefined;
  const moment = time ? `${day}T${time}${zone ? zone.toUpperCase().replace(/UTC|GMT/, 'Z') : ''}` : day;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}

/**
 * @param {string} text
 * @param {DateHints} hints
 */
function writtenDate(text, hints) {
  if (ASCII.test(text)) return wordedDate(text, hints) ?? numberedDate(text, hints);
  const found = HAN.exec(text);
  if (found) return day(found[1], found[2], found[3], hints);
  const viet = VIETNAMESE.exec(text);
  if (viet) return day(viet[3], viet[2], viet[1], hints);
  return wordedDate(text, hints) ?? numberedDate(text, hints);
}

/**
 * @param {string} text
 * @param {DateHints} hints
 */
function wordedDate(text, hints) {
  for (const [pattern, year, month, date] of /** @type {const} */ ([
    [YEAR_FIRST, 1, 2, 3],
    [DAY_FIRST, 3, 2, 1],
    [MONTH_FIRST, 3, 1, 2],
  ])) {
    if (pattern === YEAR_FIRST && !YEAR_BEFORE.test(text)) continue;
    const dates = [...text.matchAll(pattern)]
      .map((found) => ({ found, number: monthOf(found[month], hints.language) }))
      .filter(({ number }) => number);
    const best = dates.find(({ found }) => found[year]) ?? dates[0];
    if (best) return day(best.found[year], best.number ?? 0, best.found[date], hints);
  }
  return undefined;
}

/**
 * 2024/5/6 says itself; 5/6/2024 needs a number over twelve or the page's language.
 * @param {string} text
 * @param {DateHints} hints
 */
function numberedDate(text, hints) {
  const clear = YEAR_NUMBERS.exec(text);
  if (clear) return day(clear[1], clear[2], clear[3], hints);
  const found = NUMBERS.exec(text);
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[2])];
  const monthFirst = second > 12 || (first <= 12 && first !== second && startsWithMonth(hints.language));
  if (monthFirst === null) return undefined;
  return monthFirst ? day(found[3], first, second, hints) : day(found[3], second, first, hints);
}

/**
 * Whether this language writes the month before the day; null where we cannot tell.
 * @param {string | undefined} language
 * @returns {boolean | null}
 */
function startsWithMonth(language) {
  const tag = knownTag(language);
  // "en" alone is written both ways.
  if (!tag || tag === 'en') return null;
  const order = new Intl.DateTimeFormat(tag).formatToParts(new Date(2000, 0, 2)).map((part) => part.type);
  return order.indexOf('month') < order.indexOf('day');
}

/**
 * @param {string | number | undefined} year
 * @param {string | number} month
 * @param {string | number} date
 * @param {DateHints} hints
 */
function day(year, month, date, hints) {
  if (year !== undefined) return calendarDay(gregorian(Number(year)), Number(month), Number(date));
  if (!hints.now) return undefined;
  const today = hints.now.toISOString().slice(0, 10);
  const thisYear = calendarDay(hints.now.getUTCFullYear(), Number(month), Number(date));
  if (thisYear && thisYear <= nextDay(today)) return thisYear;
  return calendarDay(hints.now.getUTCFullYear() - 1, Number(month), Number(date));
}

/** @param {string} iso a review of 'today' may be written east of us */
function nextDay(iso) {
  return new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);
}

/** @param {number} year Thai pages count from the Buddha */
function gregorian(year) {
  return year > 2400 && year < 2700 ? year - 543 : year;
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} date
 */
function calendarDay(year, month, date) {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = year >= 1970 && year < 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return real ? at.toISOString().slice(0, 10) : undefined;
}

/** @param {string} text Arabic and Devanagari digits and the like as 0 to 9 */
export function latinDigits(text) {
  return ASCII.test(text) ? text : text.replace(/\p{Nd}/gu, (digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    if (code < 128) return digit;
    let zero = code;
    while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}
