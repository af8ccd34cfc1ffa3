/** One thing after the other: what must not overlap waits for what was begun before it, and a failure holds up nobody. */

/**
 * A queue of its own: `const turn = inTurn(); turn(work)` begins `work` once all given before it has ended, and gives its outcome.
 * @returns {<T>(work: () => T | Promise<T>) => Promise<T>}
 */
export function inTurn() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
