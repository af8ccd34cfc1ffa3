/** Which regular expressions an adapter may hold: those that no text can make run for long, told without running them. */

import { TABLE } from './shape-table.js';

const { longest, tokens, group, body, fixed } = TABLE.pattern;
const { most_repeats: mostRepeats, most_in_scripts: mostInScripts, most_choices: mostChoices, most_times: mostTimes } = TABLE.pattern;
const KINDS = tokens.map(([kind]) => kind);
const TOKEN = new RegExp(tokens.map(([, source]) => `(${source})`).join('|'), 'uy');
const GROUP = new RegExp(group, 'u');
const BODY = new RegExp(`^${body}$`, 'u');
const FIXED = new RegExp(`^${fixed}$`, 'u');
const RANGES = /\\u[0-9a-fA-F]{4}|\\[pP]\{\w+\}|\\.|([^\]\\-])-([^\]\\-])|./gsu;

/**
 * Whether this is a pattern within bounds; one for scripts may repeat nothing without end.
 * @param {unknown} value
 * @param {boolean} [forScripts]
 */
export function isPattern(value, forScripts = false) {
  if (typeof value !== 'string' || !value || [...value].length > longest) return false;
  let left = marked(value);
  const repeats = left.match(/[ew]/g)?.length ?? 0;
  const choices = left.match(/[ewo|]/g)?.length ?? 0;
  if (repeats > (forScripts ? mostInScripts : mostRepeats) || choices > mostChoices || (forScripts && left.includes('e'))) return false;
  for (let found = GROUP.exec(left); found; found = GROUP.exec(left)) {
    if (!BODY.test(found[2])) return false;
    const mark = found[1] === 'L' ? 'A' : FIXED.test(found[2]) ? 'g' : 'v';
    left = left.slice(0, found.index) + mark + left.slice(found.index + found[0].length);
  }
  return BODY.test(left);
}

/**
 * A letter for each part of the pattern: c a character (or all up to the next "/", which can be done in one way only),
 * A a place, L and ( openings, e repeated without end, w up to so often, f exactly so often, o perhaps; "!" for what is not
 * understood.
 * @param {string} pattern
 */
function marked(pattern) {
  let marks = '';
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < pattern.length;) {
    const found = TOKEN.exec(pattern);
    if (!found) return '!';
    const kind = KINDS[found.findIndex((part, index) => index > 0 && part !== undefined) - 1];
    marks += kind === 'times' ? timesMark(found[0]) : kind === 'class' ? (isOrdered(found[0]) ? 'c' : '!') : kind;
  }
  return marks;
}

/** @param {string} times such as {2} or {1,20} */
function timesMark(times) {
  const [least, most = least] = (times.match(/[0-9]+/g) ?? []).map(Number);
  if (most > mostTimes || least > most) return '!';
  return least === most ? 'f' : 'w';
}

/** @param {string} characters such as [a-z\d], whose ranges must go upwards */
function isOrdered(characters) {
  const ranges = characters.slice(1, -1).matchAll(RANGES);
  return [...ranges].every(([, from, to]) => from === undefined || Number(from.codePointAt(0)) <= Number(to.codePointAt(0)));
}
