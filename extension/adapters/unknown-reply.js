/** The business's answer in a box nobody described: its words without the line that says whose they are, and its date. */

import { leavesOf } from './leaves.js';

/** @typedef {import('./unknown.js').Signs} Signs */

/**
 * @param {Element} answer
 * @param {Signs} signs
 */
export function replyIn(answer, { dates }) {
  const dated = [...answer.querySelectorAll('*')].find((element) => dates.has(element));
  const lines = leavesOf(answer).filter(({ element, button }) => !button && element !== dated);
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const start = lines.findIndex(({ text }) => text.length >= Math.min(60, longest));
  const words = lines.slice(Math.max(0, start)).map(({ text }) => text).join('\n');
  return { text: words, posted_at: dated && dates.get(dated)?.iso };
}
