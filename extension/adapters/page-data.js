/** The JSON a page ships with in its scripts, and the reviews in it. */

import { MOST_REVIEWS } from './review.js';
import { allAt, at } from './paths.js';
import { placesOf } from './pattern-time.js';
import { matched, wordsOf } from './values.js';

/** @typedef {import('./types.js').Adapter} Adapter */

const LARGEST_STATE = 20_000_000;
const MOST_VALUES = 200;

/**
 * What was made of a page's scripts, so that reading again after a change of the page is cheap: their JSON, and the things
 * in it that records point to.
 * @typedef {{sources: string[], data: unknown, refs: unknown, records: Map<string, unknown> | null, listing?: string | null}} PageData
 * @type {WeakMap<Document, Map<string, PageData>>}
 */
const READ = new WeakMap();

/**
 * The reviews in a page's JSON, by their ids, in the order of the page. Where the page moved on to another listing without
 * loading anew, its scripts still speak of the one before: there are none then.
 * @param {PageData | null} read
 * @param {{document: Document, url: URL}} page
 * @param {Adapter} adapter
 * @param {string | null} listing
 * @returns {Map<string, unknown>}
 */
export function recordsOf(read, page, adapter, listing) {
  if (!read || !adapter.state) return new Map();
  read.listing ??= listing;
  if (read.listing !== listing) return new Map();
  read.records ??= gathered(read.data, adapter, page);
  return read.records;
}

/**
 * @param {unknown} state
 * @param {Adapter} adapter
 * @param {{document: Document, url: URL}} page
 */
function gathered(state, { state: where }, page) {
  /** @type {Map<string, unknown>} */
  const records = new Map();
  for (const path of where?.reviews ?? []) {
    for (const found of allAt(state, path)) {
      for (const record of Array.isArray(found) && !where?.where ? found : [found]) {
        if (!fits(record, where?.where) || records.size >= MOST_REVIEWS) continue;
        const id = wordsOf(where?.id, { document: page.document, url: page.url, card: null, record, state });
        if (id !== undefined && !records.has(id)) records.set(id, record);
      }
    }
  }
  return records;
}

/**
 * Whether a record has what `where` asks of it.
 * @param {unknown} record
 * @param {Record<string, string>} [where]
 */
function fits(record, where = {}) {
  if (record === null || typeof record !== 'object') return false;
  return Object.entries(where).every(([path, pattern]) => {
    const value = at(record, path);
    return ['string', 'number'].includes(typeof value) && matched(pattern, String(value)) !== undefined;
  });
}

/**
 * The JSON an adapter's pages ship with, null where there is none. Scripts can be megabytes: this is asked once a look.
 * @param {Document} document
 * @param {Adapter} adapter
 * @returns {PageData | null}
 */
export function pageDataOf(document, adapter) {
  if (!adapter.state) return null;
  const sources = sourcesOf(document, adapter.state);
  if (!sources.length) return null;
  /** @type {Map<string, PageData>} */
  const known = READ.get(document) ?? new Map();
  READ.set(document, known);
  // A team's adapter may look elsewhere on the page than the shipped one of its id.
  const key = adapter.id + JSON.stringify(adapter.state);
  const before = known.get(key);
  if (before?.sources.length === sources.length && sources.every((one, index) => one === before.sources[index])) return before;
  const data = parsed(sources, adapter.state.after);
  /** @type {PageData} */
  const read = { sources, data, refs: adapter.state.refs === undefined ? undefined : at(data, adapter.state.refs), records: null };
  known.set(key, read);
  return read;
}

/**
 * @param {Document} document
 * @param {NonNullable<Adapter['state']>} state
 */
function sourcesOf(document, { script, after }) {
  try {
    const scripts = [...document.querySelectorAll(script)].slice(0, after === undefined ? 1 : MOST_VALUES);
    return scripts.map((one) => one.textContent ?? '').filter((one) => one && one.length <= LARGEST_STATE);
  } catch {
    return [];
  }
}

/**
 * One script that is JSON, or the list of all values written in scripts behind the words of `after`.
 * @param {string[]} sources
 * @param {string | undefined} after
 * @returns {unknown}
 */
function parsed(sources, after) {
  if (after === undefined) return json(sources[0]);
  const values = [];
  for (const { source, end } of placesOf(after, sources)) {
    const value = json(valueAt(source, end));
    if (value !== undefined && values.length < MOST_VALUES) values.push(value);
  }
  return values;
}

/**
 * The list or object written at this place of a script, up to its closing bracket.
 * @param {string} source
 * @param {number} start
 */
export function valueAt(source, start) {
  const marks = /["[\]{}]|\\./gsu;
  marks.lastIndex = start;
  let depth = 0;
  let quoted = false;
  for (let found = marks.exec(source); found; found = marks.exec(source)) {
    const mark = found[0];
    if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '[' || mark === '{')) depth += 1;
    else if (!quoted && mark.length === 1) depth -= 1;
    if (depth <= 0 && !quoted) return source.slice(start, marks.lastIndex);
  }
  return '';
}

/** @param {string} source */
function json(source) {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
