/** The rules count characters, JavaScript counts UTF-16 units: an emoji is one there and two here. */

/**
 * Where in a JavaScript string the character with this number begins.
 * @param {string} text
 * @param {number} character
 */
export function unitAt(text, character) {
  let unit = 0;
  for (let passed = 0; passed < character && unit < text.length; passed += 1) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return unit;
}

/**
 * The text with the characters from `start` to `end` replaced.
 * @param {string} text
 * @param {{start: number, end: number, text: string}} repair
 */
export function repaired(text, { start, end, text: better }) {
  return text.slice(0, unitAt(text, start)) + better + text.slice(unitAt(text, end));
}
