/** Ranges in an editor's own elements by positions in its text, so that words can be marked without touching them. */

import { readEditor } from './editor-text.js';

/** @typedef {import('./editor-text.js').Spot} Spot */

const LONGEST = 20_000;

/** @param {string} unit */
const isBlank = (unit) => /\s/u.test(unit);

/**
 * A maker of ranges by positions in `text`; null where the editor holds other words by now.
 * @param {Element} editor
 * @param {string} text
 * @returns {((start: number, end: number) => Range|null)|null}
 */
export function placesIn(editor, text) {
  const spots = text.length > LONGEST ? null : spotsOf(readEditor(editor), text);
  if (!spots) return null;
  return (start, end) => {
    const inside = spots.slice(start, end).filter((spot) => spot !== null);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const range = editor.ownerDocument.createRange();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    return range;
  };
}

/**
 * The spot of each unit of `text`. Blanks may differ, for an editor adds and folds them; all else must not.
 * @param {{text: string, spots: (Spot|null)[]}} read
 * @param {string} text
 */
function spotsOf(read, text) {
  /** @type {(Spot|null)[]} */
  const spots = [];
  let at = 0;
  for (const unit of text) {
    if (isBlank(unit) && read.text[at] !== unit) {
      spots.push(isBlank(read.text[at] ?? '') ? read.spots[at++] : null);
      continue;
    }
    while (read.text[at] !== unit[0] && isBlank(read.text[at] ?? '')) at += 1;
    for (const half of unit.split('')) {
      if (read.text[at] !== half) return null;
      spots.push(read.spots[at]);
      at += 1;
    }
  }
  return read.text.slice(at).trim() ? null : spots;
}
