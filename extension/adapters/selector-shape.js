/** Which selectors an adapter may hold: a small part of CSS, told without a document, so that the server says the same. */

import { TABLE } from './shape-table.js';

const { longest, deepest, parts } = TABLE.selector;
const ways = composed(parts);
const ESCAPES = new RegExp(ways.ESCAPE, 'gu');
const STRINGS = new RegExp(ways.STRING, 'gu');
const ITEMS = new RegExp(`${ways.ATTRIBUTE}|${ways.NTH}`, 'gu');
const NESTED = new RegExp(ways.NESTED, 'gu');
const HAS = new RegExp(ways.HAS, 'gu');
const LIST = new RegExp(`^(?:${ways.LIST})$`, 'u');

/**
 * Whether this is a selector, or several with commas between. What is understood is folded into a mark until a plain list is
 * left: "@" for an attribute or a condition, "%" for one with `:has`, which may not stand in another.
 * @param {unknown} value
 */
export function isSelector(value) {
  if (typeof value !== 'string' || [...value].length > longest) return false;
  let left = value.replace(ESCAPES, 'x').replace(STRINGS, '""');
  if (/[@%]/.test(left)) return false;
  left = left.replace(ITEMS, '@');
  for (let round = 0; round < deepest; round += 1) {
    left = left.replace(NESTED, (part) => (part.includes('%') ? '%' : '@')).replace(HAS, (part) => (part.includes('%') ? part : '%'));
  }
  return LIST.test(left);
}

/**
 * The parts as regular expressions, each with the earlier ones it names put in.
 * @param {Record<string, string>} named
 */
function composed(named) {
  /** @type {Record<string, string>} */
  const made = {};
  for (const [name, source] of Object.entries(named)) made[name] = source.replace(/<([A-Z]+)>/g, (_, part) => `(?:${made[part]})`);
  return made;
}
