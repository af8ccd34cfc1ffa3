/** How much text a pattern may be tried on: the more ways it has of sharing one out, the less, so that none keeps a page waiting. */

/** By repeats that can share out a text between them: the work grows with that power of its length. */
const LONGEST = [20_000, 10_000, 600, 140, 70];
const REPEATS = /[*+]|\{\d+,/g;
const PERHAPS = /(?<![*+?}(])\?/g;
/** What ends at the next "/" ends in one way only, and what is escaped repeats nothing. */
const HARMLESS = /\\.|\[\^[^\]\\]*\/[^\]\\]*\][*+](?=\/)/gu;

/** A pattern for scripts begins with words to look for. */
const OPENING = /^(?:\\[^\p{L}\p{N}]|[^\\[\](){}|*+?^$.])+(?![*+?{])/u;
/** Places of a page's scripts at which one is tried, and the characters it is tried on there. */
const MOST_PLACES = 400;
const LONGEST_PLACE = 2500;

/** @type {Map<string, number>} */
const known = new Map();

/**
 * The characters of a text that a pattern is tried on.
 * @param {string} pattern
 */
export function longestFor(pattern) {
  const longest = known.get(pattern) ?? counted(pattern.replace(HARMLESS, ''));
  known.set(pattern, longest);
  return longest;
}

/** @param {string} pattern  without what is harmless */
function counted(pattern) {
  const repeats = pattern.match(REPEATS)?.length ?? 0;
  let ways = 2 ** (pattern.match(PERHAPS)?.length ?? 0);
  let outside = pattern;
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(/\(([^()]*)\)/g, (_, inside) => {
      ways *= inside.split('|').length;
      return '';
    });
  }
  // A pattern that begins at the beginning is tried there only.
  const isAnchored = outside.startsWith('^') && !outside.includes('|');
  const power = Math.min(isAnchored ? Math.max(repeats - 1, 0) : repeats, LONGEST.length - 1);
  return Math.ceil(LONGEST[power] / ways ** (1 / (power + 1)));
}

/**
 * Where in these scripts a pattern matches; `end` is behind the last character of the match.
 * @param {string} pattern
 * @param {string[]} sources
 * @returns {Generator<{source: string, end: number}>}
 */
export function* placesOf(pattern, sources) {
  const opening = (OPENING.exec(pattern)?.[0] ?? '').replace(/\\(.)/gsu, '$1');
  if (!opening) return;
  const shape = new RegExp(pattern, 'uy');
  let tried = 0;
  for (const source of sources) {
    for (let at = source.indexOf(opening); at >= 0 && tried < MOST_PLACES; at = source.indexOf(opening, at + opening.length)) {
      tried += 1;
      shape.lastIndex = 0;
      const found = shape.exec(source.slice(at, at + LONGEST_PLACE));
      if (found) yield { source, end: at + found[0].length };
    }
  }
}
