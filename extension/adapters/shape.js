/** What an adapter must have to be one: told in sentences, each with its place, for those who write and share adapters. */

import { isPattern } from './pattern-shape.js';
import { isSelector } from './selector-shape.js';
import { TABLE } from './shape-table.js';

/** @typedef {(sentence: string) => void} Say */

const MOST_FAULTS = 20;
const LONGEST_SHOWN = 80;
/** The server keeps none that is larger. */
const LARGEST_NUMBER = 2 ** 53;
/** @type {Record<string, Record<string, string>>} */
const OBJECTS = TABLE.objects;
/** @type {Record<string, {pattern: string, longest: number, say: string}>} */
const WORDS = TABLE.words;
/** @type {Record<string, string>} */
const SAID = { ...TABLE.say, ...Object.fromEntries(Object.entries(WORDS).map(([kind, { say }]) => [kind, say])) };
/** @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  selector: isSelector,
  pattern: (value) => isPattern(value),
  script_pattern: (value) => isPattern(value, true),
  positive: (value) => isNumber(value) && value > 0,
  number: isNumber,
  yes: (value) => value === true,
};

/**
 * What is wrong with an adapter, one sentence each; none when it is well-formed.
 * @param {unknown} adapter
 * @returns {string[]}
 */
export function faultsOf(adapter) {
  if (!isObject(adapter)) return ['An adapter is one JSON object.'];
  if (JSON.stringify(adapter).length > TABLE.largest) return [`An adapter has up to ${TABLE.largest} characters of JSON.`];
  /** @type {string[]} */
  const faults = [];
  const say = (/** @type {string} */ told) => {
    const sentence = told.toWellFormed();
    if (faults.length < MOST_FAULTS && !faults.includes(sentence)) faults.push(sentence);
  };
  parts('adapter', adapter, '', say);
  rules(adapter, say);
  return faults;
}

/**
 * @param {string} kind
 * @param {Record<string, unknown>} value
 * @param {string} place  of it, with a dot behind, or empty for the adapter itself
 * @param {Say} say
 */
function parts(kind, value, place, say) {
  const known = OBJECTS[kind];
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(known, key)) say(`"${place}${key}" is not a part of ${named(kind)}; there are ${Object.keys(known).join(', ')}.`);
  }
  for (const [key, wanted] of Object.entries(known)) {
    if (value[key] !== undefined) check(wanted.replace('!', ''), value[key], place + key, say);
    else if (wanted.endsWith('!')) say(`"${place}${key}" is missing.`);
  }
}

/**
 * @param {string} wanted  a kind of the table
 * @param {unknown} value
 * @param {string} place
 * @param {Say} say
 */
function check(wanted, value, place, say) {
  if (wanted.startsWith('[')) return list(wanted.slice(1, -1), value, place, say);
  if (wanted.startsWith('{')) return entries(wanted.slice(1, -1), value, place, say);
  const kind = fitting(wanted.split('|'), value);
  if (Object.hasOwn(OBJECTS, kind)) return isObject(value) ? parts(kind, value, `${place}.`, say) : say(`"${place}" is to be an object: ${named(kind)}.`);
  const good = CHECKS[kind]?.(value) ?? isWord(kind, value);
  return good || say(`"${place}" is to be ${SAID[kind]}, not ${shown(value)}.`);
}

/**
 * @param {string} wanted
 * @param {unknown} value
 * @param {string} place
 * @param {Say} say
 */
function list(wanted, value, place, say) {
  if (!Array.isArray(value) || !value.length || value.length > TABLE.longest_list) {
    say(`"${place}" is to be a list with 1 to ${TABLE.longest_list} parts.`);
  } else value.forEach((one, index) => check(wanted, one, `${place}[${index}]`, say));
}

/**
 * @param {string} wanted
 * @param {unknown} value
 * @param {string} place
 * @param {Say} say
 */
function entries(wanted, value, place, say) {
  const named = isObject(value) ? Object.entries(value) : [];
  if (!named.length || named.length > TABLE.longest_list) return say(`"${place}" is to be an object with 1 to ${TABLE.longest_list} parts.`);
  for (const [key, one] of named) {
    check('text', key, `${place} (a name)`, say);
    check(wanted, one, `${place}.${key}`, say);
  }
}

/**
 * What no table says: how we know, and what belongs together.
 * @param {Record<string, any>} adapter
 * @param {Say} say
 */
function rules(adapter, say) {
  if (adapter.verified === undefined && adapter.unverified === undefined) {
    say('Say how we know: "verified" with captured pages, or "unverified" with "evidence".');
  }
  const reads = adapter.reviews !== undefined || adapter.state !== undefined;
  if (reads && adapter.fields === undefined) say('"fields" is missing: the recipes of each field.');
  if (isObject(adapter.fields) && adapter.fields.rating !== undefined && adapter.best === undefined) {
    say('"best" is missing: the best rating of the site\'s scale.');
  }
}

/**
 * Which of the kinds a value may have it is meant to have.
 * @param {string[]} kinds
 * @param {unknown} value
 */
function fitting(kinds, value) {
  const isOne = (/** @type {string} */ kind) =>
    Object.hasOwn(OBJECTS, kind) ? isObject(value) : kind === 'number' ? typeof value === 'number' : typeof value === 'string';
  return kinds.find(isOne) ?? kinds[0];
}

/**
 * @param {string} kind
 * @param {unknown} value
 */
function isWord(kind, value) {
  const { pattern, longest } = WORDS[kind];
  return typeof value === 'string' && value.isWellFormed() && [...value].length <= longest && new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === 'number' && Math.abs(value) <= LARGEST_NUMBER;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {string} kind */
function named(kind) {
  return /^a/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

/** @param {unknown} value */
function shown(value) {
  return [...JSON.stringify(value)].slice(0, LONGEST_SHOWN).join('');
}
