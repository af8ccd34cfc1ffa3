/** Long work in small steps, so that a page is not held up by it: a generator that yields wherever it may be left for a while. */

/** So long the page waits at a time. */
const SLICE_MS = 20;
/** Things of a list that are made in one step. */
const FEW = 8;

/**
 * The work's result, all steps in one go.
 * @template R
 * @param {Generator<void, R>} work
 * @returns {R}
 */
export function atOnce(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/**
 * The work's result; between slices of it the page has its turn.
 * @template R
 * @param {Generator<void, R>} work
 * @returns {Promise<R>}
 */
export async function inTurns(work) {
  for (let end = performance.now() + SLICE_MS; ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await new Promise((done) => setTimeout(done));
    end = performance.now() + SLICE_MS;
  }
}

/**
 * What `make` gives for each; the work may be left after every few of them.
 * @template T, R
 * @param {T[]} list
 * @param {(one: T) => R} make
 * @returns {Generator<void, R[]>}
 */
export function* mapped(list, make) {
  const made = [];
  for (const one of list) {
    made.push(make(one));
    if (made.length % FEW === 0) yield;
  }
  return made;
}
