/** What of a page may be pointed at, in reading order, and what a part most likely is: so that one key press is often enough. */

import { dateSign } from './date-signs.js';
import { looksLikeName } from './names.js';
import { ownText, ratingSign } from './rating-signs.js';
import { signature } from './repeated.js';
import { textOf } from './text.js';
import { answerIn } from './unknown-reply.js';

/** @typedef {import('./teach.js').Part} Part */
/** @typedef {import('./teach.js').Example} Example */

const UNSEEN = 'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SELECT IFRAME OBJECT'.split(' ');
const ASIDE = 'nav, header, footer, dialog, form, [role="navigation"], [role="banner"], [role="contentinfo"]';
const BOXES = 'textarea, input:not([type]), input[type="text"], [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const PRESSED = 'button, a, summary, [role="button"], input[type="button"], input[type="submit"]';
const REPLIES = /repl|respond|answer|antwort|reager|réponse|répondre|respuesta|responder|rispond|svar|comment/i;
const ANSWERS = /(?:^|[-_ ])(?:answer|reply|response|antwort|antwoord|respuesta|r[eé]ponse|risposta)/i;
const MOST_ELEMENTS = 12_000;
const STEPS_UP = 7;
const LEAST_WORDS = 40;

/**
 * Whether an element can be the one that was meant: it says something, or is a place to write or press.
 * @param {Part} part
 * @param {Element} element
 */
function mayBe(part, element) {
  if (part === 'reply_box') return element.matches(BOXES);
  if (part === 'reply_opener') return element.matches(PRESSED);
  if (ownText(element)) return !element.matches(BOXES);
  return (part === 'rating' || part === 'date') && signs(part, element);
}

/**
 * The elements of a page that may be a part, in reading order.
 * @param {Part} part
 * @param {Document} page
 * @returns {Element[]}
 */
export function candidatesOf(part, page) {
  return elementsIn(page.body).filter((element) => mayBe(part, element));
}

/**
 * What this part most likely is, given what was pointed at before; null where nothing suggests itself.
 * @param {Part} part
 * @param {Example} example
 * @param {Document} page
 * @returns {Element | null}
 */
export function likely(part, example, page) {
  if (!example.text) return part === 'text' ? likelyText(page) : null;
  const taken = Object.values(example);
  for (const box of around(example.text)) {
    const found = elementsIn(box).filter((element) => !taken.some((one) => one && (one === element || one.contains(element) || element.contains(one))));
    const best = inBox(part, found, box, example.text);
    if (best) return best;
  }
  return part === 'reply_box' ? page.querySelector(BOXES) : null;
}

/**
 * @param {Part} part
 * @param {Element[]} found
 * @param {Element} box
 * @param {Element} text
 * @returns {Element | null | undefined}
 */
function inBox(part, found, box, text) {
  if (part === 'date' || part === 'rating') return found.find((element) => signs(part, element));
  if (part === 'reply_box') return found.find((element) => element.matches(BOXES));
  if (part === 'reply_opener') return found.find((element) => element.matches(PRESSED) && REPLIES.test(`${textOf(element, { cap: 80 })} ${element.getAttribute('aria-label') ?? ''} ${element.className}`));
  if (part === 'reply') return answerTo(box, text);
  if (part === 'title') return found.find((element) => isHeading(element) && ownText(element) && !signs('date', element));
  return found.find((element) => isName(element));
}

/**
 * The words of the business's answer, without the line that says whose they are.
 * @param {Element} box
 * @param {Element} text
 */
function answerTo(box, text) {
  const answer = answerIn(box) ?? elementsIn(box).find((element) => ANSWERS.test(`${element.className} ${element.id}`) && textOf(element, { cap: 80 }).length > 20);
  if (!answer || answer.contains(text) || answer.closest(PRESSED)) return null;
  const lines = [answer, ...answer.querySelectorAll('*')].filter((element) => ownText(element));
  return lines.sort((one, other) => ownText(other).length - ownText(one).length)[0] ?? answer;
}

/** @param {Element} element */
function isName(element) {
  const words = ownText(element);
  return words.length > 1 && words.length < 40 && looksLikeName(words) && !isHeading(element) && !element.closest('button') && !signs('date', element) && !signs('rating', element);
}

/** @param {Element} element */
const isHeading = (element) => /^H[1-6]$/.test(element.nodeName) || /title|headline|heading/i.test(`${element.className} ${element.getAttribute('itemprop') ?? ''}`);

/**
 * @param {Part} part
 * @param {Element} element
 */
const signs = (part, element) => (part === 'date' ? dateSign(element, {}) !== null : ratingSign(element) !== null);

/**
 * The first longer piece of prose that has its like, and a rating or date not far from it.
 * @param {Document} page
 */
function likelyText(page) {
  const prose = elementsIn(page.body).filter((element) => ownText(element).length >= LEAST_WORDS && !element.closest(ASIDE) && !element.closest('a'));
  const alike = prose.filter((element) => prose.some((other) => other !== element && signature(other) === signature(element)));
  const near = alike.slice(0, 60).find((element) => around(element).slice(0, 4).some((box) =>
    elementsIn(box).slice(0, 80).some((other) => !element.contains(other) && (signs('date', other) || signs('rating', other)))));
  return near ?? alike[0] ?? prose[0] ?? null;
}

/** @param {Element} element the boxes around it, the nearest first */
function around(element) {
  const boxes = [];
  for (let box = element.parentElement; box && box.nodeName !== 'BODY' && boxes.length < STEPS_UP; box = box.parentElement) boxes.push(box);
  return boxes;
}

/**
 * @param {Element} root
 * @returns {Element[]}
 */
function elementsIn(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
    UNSEEN.includes(node.nodeName.toUpperCase()) || /^AMENDS-/.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  for (let node = walker.nextNode(); node && found.length < MOST_ELEMENTS; node = walker.nextNode()) found.push(/** @type {Element} */ (node));
  return found;
}
