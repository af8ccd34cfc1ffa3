/** The business's answer in a box nobody described: where it stands, its words without the line that says whose they are, its date. */

import { isButton, leavesOf } from './leaves.js';
import { textOf } from './text.js';

/** @typedef {import('./signs.js').Signs} Signs */

const NAMED = /repl(?:y|ies)(?![a-z]*(?:button|link|form|icon))|respon(?:se|ses|d)(?![a-z])|rspn|respuesta|réponse|antwort|antwoord|risposta|resposta|(?:owner|developer|merchant|vendor|seller|business|staff)[-_]?(?:comment|answer|message|text)|(?:business|company|hotel)[-_]?answer/i;
/** Boxes of comments are answers only where the review's words stand before them. */
const BELOW = /comments?[-_]?(?:box|list|thread|wrapper)|(?:^|\s)children(?:\s|$)/i;
const PHRASES = 're(?:ply|sponse|sponded|plied)\\s+(?:from|by|of|to this)|(?:owner|seller|developer|merchant|vendor|business|host|management|manager|team|brand|hotel|company)[\'’s]*\\s+(?:reply|response|answer|replied|responded)|antwort (?:de[srm]|von|vom)|(?:hotelier|inhaber|händler|verkäufer|betreiber)[- ]?antwort|réponse (?:de|du)|a répondu|hat geantwortet|antwortete|ha respondido|ha risposto|respondeu|heeft gereageerd|respuesta de|reactie van|antwoord van|risposta d|resposta d|svar fr|odpowied|ответ';
const EASTERN = 'からの(?:返信|返答|コメント|回答)|(?:商家|店家|卖家|官方|酒店)回[复覆復]|사장님|(?:판매자|점주|업체)\\s?(?:의\\s?)?(?:답변|답글)';
const SAID = new RegExp(`${PHRASES}|${EASTERN}`, 'iu');
const SAID_FIRST = new RegExp(`^.{0,24}?(?:(?<!\\p{L})(?:${PHRASES})|${EASTERN})`, 'iu');
const MARKED = ['class', 'id', 'data-testid', 'data-hook'];
/** A line as short that says somebody answered, and no more, is no answer. */
const LONGEST_LABEL = 100;
/** Of the review, before a box of comments. */
const LEAST_BEFORE = 40;

/**
 * The business's answer in a card: a box named so, or the box around a line that says so.
 * @param {Element} card
 * @returns {Element | null}
 */
export function answerIn(card) {
  for (const element of card.querySelectorAll('[class], [id], [data-testid], [data-hook]')) {
    const names = MARKED.map((name) => element.getAttribute(name) ?? '').join(' ');
    if (!NAMED.test(names) && !(BELOW.test(names) && before(element, card) > LEAST_BEFORE)) continue;
    const box = isButton(element) ? null : boxAround(element, card);
    if (box) return box;
  }
  if (!SAID.test(card.textContent ?? '')) return null;
  for (const element of card.querySelectorAll('*')) {
    if (element.childElementCount > 3 || !saysSo(textOf(element, { cap: 300 }).split('\n')[0])) continue;
    const box = boxAround(element, card);
    if (box) return box;
  }
  return null;
}

/**
 * @param {Element} answer
 * @param {Signs} signs
 */
export function replyIn(answer, { dates }) {
  const dated = [...answer.querySelectorAll('*')].find((element) => dates.has(element));
  const lines = leavesOf(answer, []).filter(({ element, button, text }) => !button && element !== dated && !isLabel(text));
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const start = lines.findIndex(({ text }) => text.length >= Math.min(60, longest));
  const words = lines.slice(Math.max(0, start)).map(({ text }) => text).join('\n');
  return { text: words, posted_at: dated && dates.get(dated)?.iso };
}

/** @param {string} line whether an answer begins so: a review may speak of one, too */
function saysSo(line) {
  return SAID_FIRST.test(line) || isLabel(line);
}

/** @param {string} text whether it says that somebody answered, and no more */
function isLabel(text) {
  return text.length < LONGEST_LABEL && !text.includes('\n') && SAID.test(text) && !/[.!?。！？]$/u.test(text);
}

/** @param {Element} element */
function squeezed(element) {
  return (element.textContent ?? '').slice(0, 2_000).replace(/\s+/g, '');
}

/**
 * @param {Element} element
 * @param {Element} card
 */
function before(element, card) {
  const start = squeezed(element).slice(0, 60);
  return start ? squeezed(card).indexOf(start) : -1;
}

/**
 * @param {Element} element
 * @param {Element} card
 */
function isAnswer(element, card) {
  const words = textOf(element, { cap: 2_000 });
  if (isLabel(words) && !words.includes(':')) return false;
  const enough = words.length > 25 && words.split(/\s+/).length > 4;
  const eastern = words.slice(0, 200).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? [];
  return (enough || eastern.length > 9) && !isButton(element) && textOf(card, { cap: 40_000 }).length > words.length * 1.05 + 10;
}

/**
 * An answer begins with that line: the box grows as long as nothing stands before it.
 * @param {Element} line
 * @param {Element} card
 */
function boxAround(line, card) {
  if (line === card) return null;
  const start = squeezed(line).slice(0, 30);
  let box = line;
  while (box.parentElement && box.parentElement !== card && start && squeezed(box.parentElement).startsWith(start)) box = box.parentElement;
  return isAnswer(box, card) ? box : null;
}
