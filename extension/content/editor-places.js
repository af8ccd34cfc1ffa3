/** Where in an editor's own elements the characters of its text stand, so that ranges can be made without touching it. */

const LONGEST = 20_000;

/** @param {string} character */
const isBlank = (character) => /\s/u.test(character);

/**
 * A maker of ranges by positions in `text`, the editor's `innerText`; null where the two cannot be brought together.
 * @param {Element} editor
 * @param {string} text
 * @returns {((start: number, end: number) => Range|null)|null}
 */
export function placesIn(editor, text) {
  if (text.length > LONGEST) return null;
  const places = matched(editor, text);
  if (!places) return null;
  return (start, end) => {
    const inside = places.slice(start, end).filter(Boolean);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    return range;
  };
}

/**
 * Each character's text node and offset. Blanks may differ, for a browser adds and folds them; all else must not.
 * @param {Element} editor
 * @param {string} text
 */
function matched(editor, text) {
  /** @type {{node: Text, at: number}[]} */
  const places = new Array(text.length);
  let reached = 0;
  for (const node of shownTexts(editor)) {
    for (let at = 0; at < node.data.length; at += 1) {
      const blank = isBlank(node.data[at]);
      while (!blank && reached < text.length && text[reached] !== node.data[at] && isBlank(text[reached])) reached += 1;
      if (blank ? reached < text.length && isBlank(text[reached]) : text[reached] === node.data[at]) places[reached++] = { node, at };
      else if (!blank) return null;
    }
  }
  return text.slice(reached).trim() ? null : places;
}

/** @param {Element} editor */
function* shownTexts(editor) {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility()) yield /** @type {Text} */ (node);
  }
}
