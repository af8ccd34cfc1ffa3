/** Dotted paths into the JSON a page ships with: `a.0.b`; `*` is every part of a list or object, `**` everything below. */

/** Parts looked at in one search: a page may ship with megabytes, or nest without end. */
const MOST_PARTS = 500_000;

/**
 * What stands for `{"__ref": NAME}`: Apollo's cache writes each thing once and points to it.
 * @typedef {unknown} Refs the object of things by name
 */

/**
 * The first value at a path.
 * @param {unknown} data
 * @param {string} path
 * @param {Refs} [refs]
 * @returns {unknown}
 */
export function at(data, path, refs) {
  const keys = path.split('.');
  if (keys.includes('*') || keys.includes('**')) return allAt(data, path, refs).next().value;
  let value = data;
  for (const key of keys) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = followed(value[key], refs);
  }
  return value;
}

/**
 * Every value at a path, in the order of the page.
 * @param {unknown} data
 * @param {string} path
 * @param {Refs} [refs]
 * @returns {Generator<unknown>}
 */
export function* allAt(data, path, refs) {
  const keys = path.split('.');
  const waiting = [{ value: data, step: 0 }];
  for (let seen = 0; waiting.length && seen < MOST_PARTS; seen += 1) {
    const { value, step } = /** @type {{value: unknown, step: number}} */ (waiting.pop());
    if (step === keys.length) yield value;
    else for (const found of next(value, keys, step, refs).reverse()) waiting.push(found);
  }
}

/**
 * Where one step of the path leads.
 * @param {unknown} value
 * @param {string[]} keys
 * @param {number} step
 * @param {Refs} refs
 * @returns {{value: unknown, step: number}[]}
 */
function next(value, keys, step, refs) {
  if (value === null || typeof value !== 'object') return [];
  const key = keys[step];
  if (key === '**') return [{ value, step: step + 1 }, ...parts(value).map((part) => ({ value: part, step }))];
  if (key === '*') return parts(value).map((part) => ({ value: followed(part, refs), step: step + 1 }));
  return Object.hasOwn(value, key)
    ? [{ value: followed(/** @type {Record<string, unknown>} */ (value)[key], refs), step: step + 1 }]
    : [];
}

/** @param {object} value */
function parts(value) {
  return Object.values(value).slice(0, MOST_PARTS);
}

/**
 * @param {unknown} value
 * @param {Refs} refs
 */
function followed(value, refs) {
  if (!isObject(value) || !isObject(refs) || typeof value.__ref !== 'string') return value;
  return Object.hasOwn(refs, value.__ref) ? refs[value.__ref] : value;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
