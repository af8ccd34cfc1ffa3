/** Class names a person chose, and those a build made up: of the second kind the part that stays is kept. */

/** @typedef {import('./teach-selectors.js').Way} Way */

/** Names of how a thing is laid out, which any other thing on another page may have. */
const LAYOUT = new Set(`active block body bottom box card cards cell clearfix col column container content current flex
  grid group inner item items layout left line list main media outer panel right section small stack text wrap wrapper`.split(/\s+/));
const VITE = /^(_[A-Za-z][\w-]*?_)[A-Za-z0-9]{4,6}_\d+$/;
const MODULE = /^([A-Za-z_][\w-]*?__)[A-Za-z0-9_+-]{4,12}$/;
const STYLED = /^([A-Za-z_][\w-]*?-sc-)[a-z0-9]{4,12}(?:-\d+)?$/;
const LABELLED = /^css-[a-z0-9]{4,10}(-[A-Za-z]{4,})$/;
const NUMBERED = /^([A-Za-z_][A-Za-z_-]*[-_])\d+(?:[-_.]\d+)?$/;
const HASH_LAST = /^([A-Za-z_][\w-]*[-_])([A-Za-z0-9]{4,8})$/;

/**
 * Ways by one class that hold for the next build too; none where the whole name is made up.
 * @param {string} token
 * @param {string} tag
 * @returns {Way[]}
 */
export function steadyClass(token, tag) {
  const labelled = LABELLED.exec(token)?.[1];
  if (labelled) return [{ way: `${tag}:is([class$=${JSON.stringify(labelled)}], [class*=${JSON.stringify(`${labelled} `)}])`, rank: 3 }];
  const stem = stemOf(token);
  if (stem) return [{ way: `${tag}:is([class^=${JSON.stringify(stem)}], [class*=${JSON.stringify(` ${stem}`)}])`, rank: 3 }];
  return isWord(token) ? [{ way: `${tag}.${CSS.escape(token)}`, rank: LAYOUT.has(token.toLowerCase()) ? 3.5 : 2 }] : [];
}

/**
 * The part of a class name that stands before what a build or a number made of it.
 * @param {string} token
 * @returns {string | null}
 */
function stemOf(token) {
  const found = VITE.exec(token) ?? STYLED.exec(token) ?? NUMBERED.exec(token);
  if (found) return isTelling(found[1]) ? found[1] : null;
  const hashed = MODULE.exec(token) ?? HASH_LAST.exec(token);
  if (!hashed || !isTelling(hashed[1])) return null;
  return isMadeUp(token.slice(hashed[1].length)) ? hashed[1] : null;
}

/** @param {string} stem */
const isTelling = (stem) => stem.length > 4 && piecesOf(stem).some((piece) => piece.length > 2 && isSpoken(piece));

/** @param {string} tail */
const isMadeUp = (tail) => /\d/.test(tail) || !piecesOf(tail).every((piece) => piece.length > 2 && isSpoken(piece));

/** @param {string} token a class somebody named, not one a build made up: it stays when the page is built anew */
export function isWord(token) {
  if (!/^[a-z]+(?:[-_]{1,2}[a-z]+)*$/i.test(token) || token.length < 4) return false;
  const pieces = piecesOf(token);
  return pieces.some((piece) => piece.length > 2) && pieces.every((piece) => piece.length > 1 && (piece.length < 3 || isSpoken(piece)));
}

/** @param {string} name */
const piecesOf = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/).filter(Boolean);

/** @param {string} piece has a vowel, is written in one case but for its first letter, and runs into no wall of consonants */
const isSpoken = (piece) => /[aeiouy]/i.test(piece) && /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(piece) && !/[^aeiouy]{5}/i.test(piece);
