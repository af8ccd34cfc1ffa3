/** The lines of a box: its smallest pieces that have words of their own, each with its way down from the box. */

import { stepsTo } from './repeated.js';
import { textOf } from './text.js';

/**
 * @typedef {object} Leaf
 * @property {Element} element
 * @property {string} slot the way from the card to it, which the other cards share
 * @property {string} text
 * @property {boolean} reply stands in an answer of the business
 * @property {boolean} button
 * @property {boolean} [mixed] its words stand loose beside boxes of their own, which are other lines
 * @property {boolean} [sign] says a rating or a date and nothing else
 */

const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION IFRAME SVG INPUT HEAD'.split(' '));
const REPLY = /repl(?:y|ies)(?![a-z]*(?:button|link|form))|respon(?:se|ses|d)(?![a-z])|respuesta|réponse|antwort|antwoord|risposta|resposta|(?:owner|developer|merchant|vendor|seller|business|staff)[-_]?(?:comment|answer|message|text)|business[-_]?answer/i;
const ANSWERED = /^.{0,40}\b(?:re(?:ply|sponse|sponded|plied)\s+(?:from|by|of)|(?:owner|seller|developer|merchant|vendor|business|host|management|manager|team)['’s]*\s+(?:reply|response|answer|replied|responded)|antwort (?:de[srm]|von|vom)|réponse (?:de|du)|respuesta de|reactie van|antwoord van|risposta d|resposta d|svar fr|odpowied|ответ)/iu;
const BLOCKS = 'p, div, ul, ol, section, article, header, footer, table, h1, h2, h3, h4, h5, h6, blockquote';
const HEADED = /title|headline|heading/i;
const MOST = 400;

/**
 * @param {Element} card
 * @returns {Leaf[]}
 */
export function leavesOf(card) {
  /** @type {Leaf[]} */
  const leaves = [];
  const answer = answerIn(card);
  /** @type {(Element | Leaf)[]} */
  const waiting = [card];
  for (let next = waiting.pop(); next && leaves.length < MOST; next = waiting.pop()) {
    if (!(next instanceof Element)) {
      leaves.push(next);
      continue;
    }
    const element = next;
    if (SKIPPED.has(element.nodeName.toUpperCase())) continue;
    const { before, loose, after } = hasWords(element) ? looseWords(element) : { before: [], loose: [], after: [...element.children] };
    waiting.push(...after.reverse());
    const button = isButton(element);
    const text = loose.length ? wordsOf(element, loose) || (button ? short(element) : '') : '';
    const mixed = before.length + after.length > 0;
    if (text) waiting.push({ element, slot: stepsTo(card, element), text, reply: Boolean(answer?.contains(element)), button, mixed });
    waiting.push(...before.reverse());
  }
  return leaves;
}

/**
 * What of an element is its own words, from the first to the last of them, and which boxes stand before and after.
 * @param {Element} element
 * @returns {{before: Element[], loose: ChildNode[], after: Element[]}}
 */
function looseWords(element) {
  const nodes = [...element.childNodes];
  const apart = nodes.map((node) => node instanceof Element && (node.matches(BLOCKS) || HEADED.test(node.getAttribute('class') ?? '')));
  const own = nodes.map((node, index) => !apart[index] && /[\p{L}\p{N}★☆⭐]/u.test(node.textContent ?? ''));
  const [from, to] = [own.indexOf(true), own.lastIndexOf(true)];
  if (from < 0) return { before: [], loose: [], after: [...element.children] };
  const [before, after] = [nodes.slice(0, from), nodes.slice(to + 1)].map((some) => some.filter((node) => node instanceof Element));
  return { before, loose: nodes.slice(from, to + 1), after };
}

/**
 * @param {Element} element
 * @param {ChildNode[]} nodes
 */
function wordsOf(element, nodes) {
  if (nodes.length === element.childNodes.length) return textOf(element, { cap: 20_000 });
  const copy = /** @type {Element} */ (element.cloneNode(false));
  copy.append(...nodes.map((node) => node.cloneNode(true)));
  return textOf(copy, { cap: 20_000 });
}

/** @param {Element} element */
function short(element) {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** @param {Element} element */
function hasWords(element) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}★☆⭐]/u.test(/** @type {Text} */ (node).data)) return true;
  }
  return false;
}

/** @param {Element} element */
function isButton(element) {
  return element.closest('button, [role="button"], summary, label') !== null;
}

/**
 * The business's answer in a card: a box named so, or the box around a line that says so.
 * @param {Element} card
 * @returns {Element | null}
 */
export function answerIn(card) {
  for (const element of card.querySelectorAll('[class], [id], [data-testid], [data-hook]')) {
    const names = ['class', 'id', 'data-testid', 'data-hook'].map((name) => element.getAttribute(name) ?? '').join(' ');
    const box = REPLY.test(names) && !isButton(element) ? boxAround(element, card) : null;
    if (box) return box;
  }
  for (const element of card.querySelectorAll('*')) {
    if (element.children.length > 3 || !ANSWERED.test((element.textContent ?? '').trim().slice(0, 120))) continue;
    const box = boxAround(element, card);
    if (box) return box;
  }
  return null;
}

/** @param {Element} element */
function squeezed(element) {
  return (element.textContent ?? '').slice(0, 2_000).replace(/\s+/g, '');
}

/**
 * @param {Element} element
 * @param {Element} card
 */
function isAnswer(element, card) {
  const words = textOf(element, { cap: 2_000 });
  return words.length > 25 && words.split(/\s+/).length > 4 && textOf(card, { cap: 40_000 }).length > words.length * 1.05 + 10 && !isButton(element);
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
