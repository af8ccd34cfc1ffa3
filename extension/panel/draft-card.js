/** A text somebody may use: the words, how long they are, and the buttons that put them where they belong. */

import { say, term } from '../content/words.js';
import { copyButton } from './copy.js';
import { el } from './dom.js';

/**
 * @param {import('./panel.js').Work} work
 * @param {{text: string, scenario?: string, length?: import('../background/shapes.js').Length}} draft
 * @param {...HTMLElement} more  buttons
 */
export function draftCard(work, draft, ...more) {
  const card = el('div', { class: 'card' });
  const said = el('p', { class: 'soft' });
  /** @param {string} sentence */
  const tell = (sentence) => {
    said.textContent = sentence;
    work.announce(sentence);
  };
  const undo = el('button', { type: 'button', hidden: true }, say('undo'));
  undo.addEventListener('click', async () => {
    await work.writing.undo();
    undo.hidden = true;
    card.classList.remove('used');
    tell(say('undone'));
  });
  const use = el('button', { type: 'button', class: 'main use', 'aria-label': say('useThis') }, say('use'));
  use.addEventListener('click', async () => {
    const refusal = await work.writing.use(draft.text, draft.scenario);
    card.classList.toggle('used', !refusal);
    tell(refusal ?? say(work.writing.place.box === work.writing.place.own ? 'usedOwn' : 'used'));
    undo.hidden = Boolean(refusal) || work.writing.before === null;
  });
  card.append(
    el('p', { class: 'words draft', dir: 'auto' }, draft.text),
    el('div', { class: 'buttons' }, use, ...more, copyButton(() => draft.text, tell), undo, draft.length ? lengthWords(draft.length) : ''),
    said);
  return card;
}

/** @param {import('../background/shapes.js').Length} length */
export function lengthWords({ used, limit, unit }) {
  const label = limit ? say('lengthLabel', used, limit, term('unit', unit)) : `${used} ${term('unit', unit)}`;
  const over = Boolean(limit && used > limit);
  return el('span', { class: over ? 'length over' : 'length', title: label, 'aria-label': label, role: 'img' },
    `${over ? '! ' : ''}${limit ? say('lengthOf', used, limit) : used}`);
}
