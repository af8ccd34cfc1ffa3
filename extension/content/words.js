/** The interface's words in the reader's language, and times said the way that language says them. */

/** The language the words are in. */
export const language = chrome.i18n.getMessage('language') || 'en';

/** How that language is used here: days are not said in the same order in London and New York. */
const locale = navigator.languages.find((wanted) => wanted.split('-')[0] === language) ?? language;

/** @type {Intl.PluralRules|undefined} */
let plurals;
/** @type {Intl.NumberFormat|undefined} */
let numbers;

/**
 * The sentence of that name, with its blanks filled in.
 * @param {string} name
 * @param {...(string|number)} blanks
 * @returns {string}
 */
export function say(name, ...blanks) {
  if (blanks.length) return chrome.i18n.getMessage(name, blanks.map(String)) || name;
  const known = said.get(name) ?? (chrome.i18n.getMessage(name) || name);
  said.set(name, known);
  return known;
}

/**
 * Sentences without blanks, also for when the extension is no longer there to say them.
 * @type {Map<string, string>}
 */
const said = new Map();

/**
 * The sentence for a count: `name_one` or `name_other`, with the number as the first blank.
 * @param {string} name
 * @param {number} count
 * @param {...(string|number)} blanks
 */
export function sayCount(name, count, ...blanks) {
  // Making these takes longer than all else a chip needs; the numbers on chips seldom do.
  const form = count < 2 ? (plurals ??= new Intl.PluralRules(language)).select(count) : 'other';
  const number = count < 1_000 ? String(count) : (numbers ??= new Intl.NumberFormat(locale)).format(count);
  return say(`${name}_${form === 'one' ? 'one' : 'other'}`, number, ...blanks);
}

/**
 * A word of the vocabulary (`kind_bug`), or the word itself if this version does not know it.
 * @param {string} group
 * @param {string} word
 */
export function term(group, word) {
  const name = `${group}_${word.replace(/[^a-z]/gi, '_')}`;
  const told = say(name);
  return told === name ? word : told;
}

/**
 * A language's name in the reader's language, or its tag where the browser has none.
 * @param {string} tag  BCP 47
 */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * A day in words, "12 November 2026"; what is no date comes back as it is.
 * @param {string} iso
 */
export function day(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: iso.length === 10 ? 'UTC' : undefined }).format(date);
}

/**
 * A day and time of lately, such as "Monday 16 November at 14:05".
 * @param {number} at  milliseconds since 1970
 */
export function moment(at) {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
}

/**
 * How long there is to answer: "answer within 3 h 40 min", or "2 h 5 min late".
 * @param {string} due  ISO 8601
 * @param {number} now  milliseconds
 */
export function clock(due, now) {
  const minutes = Math.round((Date.parse(due) - now) / 60_000);
  const told = clocks.get(minutes) ?? say(minutes >= 0 ? 'clockLeft' : 'clockLate', span(Math.abs(minutes)));
  if (clocks.size > MOST_CLOCKS) clocks.clear();
  clocks.set(minutes, told);
  return told;
}

/**
 * The reviews of a page are mostly due at the same minute.
 * @type {Map<number, string>}
 */
const clocks = new Map();
const MOST_CLOCKS = 200;

/** @param {number} minutes */
function span(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 1) return sayCount('days', days);
  if (days || hours >= 10) return say('hours', days * 24 + hours);
  if (hours && minutes % 60 === 0) return say('hours', hours);
  if (hours) return say('hoursMinutes', hours, minutes % 60);
  return say('minutes', minutes);
}
