/** The head of the panel: whom we answer, by when, and the buttons that fold and close it. */

import { clock, say, term } from '../content/words.js';
import { byPerson } from './by-person.js';
import { el } from './dom.js';

/** @typedef {import('./panel.js').Work} Work */

/**
 * @param {Work} work
 * @param {HTMLElement} body  what folding hides
 * @param {() => void} close
 */
export function header(work, body, close) {
  const { review } = work.entry.item;
  const soft = el('p', { class: 'soft' });
  const draw = () => { soft.textContent = standing(work).join(' · '); };
  draw();
  work.entry.news.addEventListener('seen', draw, { signal: work.signal });
  const fold = el('button', { type: 'button', class: 'icon', 'aria-expanded': 'true', 'aria-controls': 'body', 'aria-label': say('fold') }, '–');
  fold.addEventListener('click', byPerson(() => {
    body.hidden = !body.hidden;
    fold.setAttribute('aria-expanded', String(!body.hidden));
    fold.setAttribute('aria-label', say(body.hidden ? 'unfold' : 'fold'));
    fold.textContent = body.hidden ? '+' : '–';
  }));
  const title = review.author ? say('replyTo', isolated(review.author)) : say('replyToSomeone');
  return el('header', {},
    el('div', {}, el('h2', { class: 'words' }, title), soft),
    fold,
    el('button', { type: 'button', class: 'icon', 'aria-label': say('close'), onclick: close }, '×'));
}

/**
 * A stranger's name inside our sentence: kept in its own direction, and short.
 * @param {string} name
 */
function isolated(name) {
  return `\u2068${name.slice(0, 60)}\u2069`;
}

/** @param {Work} work */
function standing({ seen, entry: { item: { review } } }) {
  const words = [];
  if (seen.state === 'answered' || seen.state === 'closed') words.push(term('state', seen.state));
  else if (seen.due_at) words.push(clock(seen.due_at, Date.now()));
  if (seen.changed_since_reply) words.push(say('chipChanged'));
  if (review.rating && review.rating.best > 1) words.push(say('starsLabel', review.rating.value, review.rating.best));
  if (review.product_version) words.push(review.product_version);
  return words;
}
