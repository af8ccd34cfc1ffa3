/** How many reviews came each week, as small bars and as a sentence that says the same. */

import { day, say, sayCount } from '../content/words.js';

/** @typedef {import('../background/shapes.js').Week} Week */

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 40;
const BAR = 6;
const STEP = 8;

/**
 * One bar a week, the latest on the right; for who does not see them the sentence is their label.
 * @param {Week[]} weeks
 */
export function weekBars(weeks) {
  const width = Math.max(weeks.length * STEP, STEP);
  const most = Math.max(1, ...weeks.map(({ reviews }) => reviews));
  const plot = shape('svg', { class: 'weeks', role: 'img', 'aria-label': weekWords(weeks), width, height: HEIGHT + 2, viewBox: `0 0 ${width} ${HEIGHT + 2}` });
  weeks.forEach(({ starts_on: start, reviews }, place) => {
    const height = reviews ? Math.max(4, Math.round((HEIGHT * reviews) / most)) : 1;
    const bar = shape('rect', { x: place * STEP, y: HEIGHT + 1 - height, width: BAR, height, rx: 1, class: reviews ? 'some' : 'none', fill: 'currentColor' });
    const title = shape('title', {});
    title.textContent = sayCount('patternsWeek', reviews, day(start));
    bar.append(title);
    plot.append(bar);
  });
  return plot;
}

/**
 * Since when, and in which week the most came.
 * @param {Week[]} weeks
 */
export function weekWords(weeks) {
  const last = weeks.at(-1);
  if (!last) return '';
  const most = weeks.reduce((best, week) => (week.reviews > best.reviews ? week : best), last);
  const since = say('patternsSince', day(weeks[0].starts_on));
  return weeks.length === 1 ? since : `${since} ${sayCount('patternsMost', most.reviews, day(most.starts_on))}`;
}

/**
 * @param {string} name
 * @param {Record<string, string|number>} attributes
 */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
