/** The lines of a box: its smallest pieces that have words of their own, each with its way down from the box. */

import { copied } from './copies.js';
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
 * @property {boolean} [cut] stands with a rating or a date in one line, which is left out of its text
 */

const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION IFRAME SVG INPUT HEAD'.split(' '));
const BLOCKS = 'p, div, ul, ol, section, article, header, footer, table, h1, h2, h3, h4, h5, h6, blockquote';
const HEADED = /title|headline|heading/i;
const LISTED = /(?:^|>)(?:LI|TD|DD|DT)\.[^>]*(?:>[^>]*)?$/;
const MOST = 400;

/**
 * @param {Element} card
 * @param {Element[]} answers what in it answers the review
 * @returns {Leaf[]}
 */
export function leavesOf(card, answers) {
  /** @type {Leaf[]} */
  const leaves = [];
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
    if (text) waiting.push({ element, slot: stepsTo(card, element), text, reply: answers.some((answer) => answer.contains(element)), button, mixed });
    waiting.push(...before.reverse());
  }
  return numbered(leaves);
}

/**
 * Cells and items of the same kind told apart by their place: the second cell of a row is the second in each row.
 * @param {Leaf[]} leaves
 */
function numbered(leaves) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return leaves.map((leaf) => {
    if (!LISTED.test(leaf.slot)) return leaf;
    const count = (seen.get(leaf.slot) ?? 0) + 1;
    seen.set(leaf.slot, count);
    return count > 1 ? { ...leaf, slot: `${leaf.slot}:${count}` } : leaf;
  });
}

/**
 * What of an element is its own words, from the first to the last of them, and which boxes stand before and after.
 * @param {Element} element
 * @returns {{before: Element[], loose: ChildNode[], after: Element[]}}
 */
function looseWords(element) {
  const nodes = [...element.childNodes];
  const apart = nodes.map((node) => node instanceof Element && (node.matches(BLOCKS) || HEADED.test(node.getAttribute('class') ?? '') || isBoldLine(node)));
  const own = nodes.map((node, index) => !apart[index] && /[\p{L}\p{N}★☆⭐]/u.test(node.textContent ?? ''));
  const [from, to] = [own.indexOf(true), own.lastIndexOf(true)];
  if (from < 0) return { before: [], loose: [], after: [...element.children] };
  const [before, after] = [nodes.slice(0, from), nodes.slice(to + 1)].map((some) => some.filter((node) => node instanceof Element));
  return { before, loose: nodes.slice(from, to + 1), after };
}

/**
 * Bold words alone on the first line, above the rest.
 * @param {Element} element
 */
export function isBoldLine(element) {
  const nodes = [...(element.parentElement?.childNodes ?? [])].filter((node) => node.nodeName === 'BR' || (node.textContent ?? '').trim());
  return element.matches('b, strong') && nodes[0] === element && nodes[1]?.nodeName === 'BR';
}

/**
 * @param {Element} element
 * @param {ChildNode[]} nodes
 */
function wordsOf(element, nodes) {
  if (nodes.length === element.childNodes.length) return textOf(element, { cap: 20_000 });
  return textOf(copied(nodes, element), { cap: 20_000 });
}

/** @param {Element} element */
function short(element) {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** @param {Element} element */
function hasWords(element) {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}★☆⭐]/u.test(/** @type {Text} */ (node).data)) return true;
  }
  return false;
}

/** @param {Element} element */
export function isButton(element) {
  return element.closest('button, [role="button"], summary, label') !== null;
}
