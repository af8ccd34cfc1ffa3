/**
 * Which regular expressions an adapter may hold, told without running them: those that no text can make run for long, where it
 * is cut as `pattern-time.js` says. Scripts are not cut: their patterns begin with words to look for, are tried at few places,
 * and share out what follows there in few ways.
 */

import { TABLE } from './shape-table.js';

const { longest, tokens, group, body, fixed } = TABLE.pattern;
const { most_ways_in_scripts: mostWays, opening } = TABLE.pattern;
const { most_repeats: mostRepeats, most_in_scripts: mostInScripts, most_choices: mostChoices, most_times: mostTimes } = TABLE.pattern;
const KINDS = tokens.map(([kind]) => kind);
const TOKEN = new RegExp(tokens.map(([, source]) => `(${source})`).join('|'), 'uy');
const GROUP = new RegExp(group, 'u');
const BODY = new RegExp(`^${body}$`, 'u');
const OPENING = new RegExp(`^${opening}`, 'u');
const FIXED = new RegExp(`^${fixed}$`, 'u');
const RANGES = /\\u[0-9a-fA-F]{4}|\\[pP]\{\w+\}|\\.|([^\]\\-])-([^\]\\-])|./gsu;

/**
 * Whether this is a pattern within bounds; one for scripts has narrower ones.
 * @param {unknown} value
 * @param {boolean} [forScripts]
 */
export function isPattern(value, forScripts = false) {
  if (typeof value !== 'string' || !value || [...value].length > longest) return false;
  const parts = partsOf(value);
  if (!parts) return false;
  const marks = parts.map(mark).join('');
  const repeats = marks.match(/[ew]/g)?.length ?? 0;
  const choices = marks.match(/[ewo|]/g)?.length ?? 0;
  if (repeats > (forScripts ? mostInScripts : mostRepeats) || choices > mostChoices) return false;
  if (forScripts && (/[es]/.test(marks) || !OPENING.test(value) || waysOf(parts) > mostWays)) return false;
  const left = folded(marks.replaceAll('s', 'c'));
  return BODY.test(left) && !(forScripts && left.includes('|'));
}

/**
 * The marks with a letter for each group: g one of fixed length, v another, A one that only looks ahead.
 * @param {string} marks
 */
function folded(marks) {
  let left = marks;
  for (let found = GROUP.exec(left); found; found = GROUP.exec(left)) {
    if (!BODY.test(found[2])) return '!';
    const letter = found[1] === 'L' ? 'A' : FIXED.test(found[2]) ? 'g' : 'v';
    left = left.slice(0, found.index) + letter + left.slice(found.index + found[0].length);
  }
  return left;
}

/**
 * The parts of a pattern with their kinds; null where one is not understood.
 * @param {string} pattern
 */
function partsOf(pattern) {
  const parts = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < pattern.length;) {
    const found = TOKEN.exec(pattern);
    if (!found) return null;
    parts.push({ kind: KINDS[found.findIndex((part, index) => index > 0 && part !== undefined) - 1], part: found[0] });
  }
  return parts;
}

/** @typedef {{kind: string, part: string}} Part */

/**
 * A letter for a part of the pattern: c a character, s all up to the next "/", which can be done in one way only, A a place,
 * L and ( openings, e repeated without end, w up to so often, f exactly so often, o perhaps; "!" for what cannot be.
 * @param {Part} part
 */
function mark({ kind, part }) {
  if (kind === 'class') return isOrdered(part) ? 'c' : '!';
  if (kind !== 'times') return kind;
  const [least, most] = bounds(part);
  if (most > mostTimes || least > most) return '!';
  return least === most ? 'f' : 'w';
}

/**
 * In how many ways a pattern can match at one place, at most.
 * @param {Part[]} parts
 */
function waysOf(parts) {
  return parts.reduce((ways, { kind, part }) => ways * (kind === 'times' ? Math.max(1, bounds(part)[1]) : 'o|'.includes(kind) ? 2 : 1), 1);
}

/**
 * @param {string} times such as {2} or {1,20}
 * @returns {[number, number]}
 */
function bounds(times) {
  const [least, most = least] = (times.match(/[0-9]+/g) ?? []).map(Number);
  return [least, most];
}

/** @param {string} characters such as [a-z\d], whose ranges must go upwards */
function isOrdered(characters) {
  const ranges = characters.slice(1, -1).matchAll(RANGES);
  return [...ranges].every(([, from, to]) => from === undefined || Number(from.codePointAt(0)) <= Number(to.codePointAt(0)));
}
