/** Signs of a date on a page nobody described: machine dates, dates in words, and "three weeks ago". */

import { dayAgo } from './ago.js';
import { NUMBERS, isoDate } from './dates.js';
import { monthOf } from './months.js';
import { ownText } from './rating-signs.js';

/** @typedef {{element: Element, iso: string | undefined}} DateSign */

const UNITS = 'sec|min|hour|day|week|month|year|sekund|minut|stund|tag|woche|monat|jahr|seconde|heure|jour|semaine|mois|an(?:s|née)?\\b|segundo|hora|d[ií]a|semana|mes|año|ano|dag|week|maand|jaar|uur|giorn|settiman|m[eê]s(?:es|i|e)?|ann[oi]|or[ae]\\b|måned|månad|år|uge|vecka|veck|tydz|tyg|miesi|rok|lat|dni|дн|день|недел|месяц|год|лет|час|gün|hafta|ay\\b|yıl';
const COUNT = '(?:\\d{1,3}|an?|one|ein(?:e[mnr]?)?|une?|un[ao]?|een|et|en|ett)';
const AGO = new RegExp(
  `^(?:.{0,24}\\s)?(?:${COUNT}\\s*(?:${UNITS})\\S{0,8}\\s*(?:ago|geleden|fa|atrás|siden|sedan|temu|назад|önce)|(?:vor|il y a|hace|há|for|för)\\s+(?:ca\\.?|about|environ|más de|mehr als)?\\s*${COUNT}\\s*(?:${UNITS})\\S*(?:\\s+siden|\\s+sedan)?|\\d{1,3}\\s*(?:[dhwmy]|mo|yr|yrs)(?:\\s+ago)?|\\d{1,3}\\s*(?:日|週間|か月|ヶ月|年|時間|天|周|个月|小时|일|주|개월|년|시간)\\s*[前전]|today|yesterday|heute|gestern|aujourd.hui|hier|hoy|ayer|vandaag|gisteren|oggi|ieri)[.!]?$`,
  'iu',
);
const LONGEST = 90;
const LONGEST_AGO = 40;
const NO_DATE = /\bout of\b|\b(?:helpful|hilfreich|useful)\b/i;
const SHORT_YEAR = /(?<![\d./-])(?:(\d{1,2})(\/)(\d{1,2})\/|(\d\d)([.-])(\d\d)\5)(\d\d)(?![\d/-]|\.\d)/;
const MONTH_AND_YEAR = /(\p{L}{3,14})\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)/iu;

/**
 * What an element itself says of a day; null where it says none. "Last month" is a sign, but no date.
 * @param {Element} element
 * @param {import('./dates.js').DateHints} hints
 * @param {string} [own] its own words, where they are known
 * @returns {DateSign | null}
 */
export function dateSign(element, hints, own = ownText(element)) {
  const machine = element.getAttribute('datetime') ?? (element.nodeName === 'TIME' ? element.getAttribute('title') : null);
  const given = machine ? isoDate(machine, hints) : undefined;
  if (given) return { element, iso: given };
  const words = dateWords(own, hints);
  if (!words || words.length > LONGEST || !sayable(element) || NO_DATE.test(words)) return null;
  if (!/\p{Nd}/u.test(words)) return AGO.test(words) ? { element, iso: dayAgo(words, hints) } : null;
  const iso = isoDate(words, hints);
  if (iso) return { element, iso };
  if (isAgo(words, hints)) return { element, iso: dayAgo(words, hints) };
  const loose = isMonth(words, hints) || Boolean(isoDate(words, { ...hints, now: new Date(), language: 'en-US' }));
  return loose ? { element, iso: undefined } : null;
}

/**
 * @param {string} words
 * @param {import('./dates.js').DateHints} hints
 */
function isAgo(words, hints) {
  return AGO.test(words) || (words.length <= LONGEST_AGO && dayAgo(words, { ...hints, now: hints.now ?? new Date() }) !== undefined);
}

/**
 * 5/6/2024 is settled by its neighbours: where one says 5/23/2024, the month stands first in all.
 * @param {Map<Element, DateSign>} dates
 * @param {import('./dates.js').DateHints} hints
 */
export function settleOrder(dates, hints) {
  const numbers = [...dates.keys()].map((element) => NUMBERS.exec(dateWords(ownText(element), hints))).filter((found) => found !== null);
  const monthFirst = numbers.some((found) => Number(found[2]) > 12);
  const dayFirst = numbers.some((found) => Number(found[1]) > 12);
  if (monthFirst === dayFirst) return;
  for (const sign of dates.values()) {
    sign.iso ??= isoDate(dateWords(ownText(sign.element), hints), { ...hints, language: monthFirst ? 'en-US' : 'en-GB' });
  }
}

/**
 * Words with 05/03/24 as 05/03/2024; in the East the year stands first.
 * @param {string} words
 * @param {import('./dates.js').DateHints} hints
 */
function dateWords(words, { language }) {
  if (words.length > LONGEST) return words;
  return words.replace(SHORT_YEAR, (_, one, slash, two, first, mark, second, last) => {
    const yearFirst = /^(?:ko|ja|zh)/i.test(language ?? '');
    const parts = [one ?? first, two ?? second, last];
    return (yearFirst ? [`20${parts[0]}`, parts[1], parts[2]] : [parts[0], parts[1], `20${parts[2]}`]).join(slash ?? mark);
  });
}

/** @param {Element} element */
function sayable(element) {
  return !['OPTION', 'TITLE', 'TEXTAREA', 'BUTTON'].includes(element.nodeName);
}

/**
 * @param {string} words
 * @param {import('./dates.js').DateHints} hints
 */
function isMonth(words, hints) {
  const found = MONTH_AND_YEAR.exec(words);
  return Boolean(found && monthOf(found[1], hints.language));
}
