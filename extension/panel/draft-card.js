/** A text somebody may use: the words, how long they are, and the buttons that put them where they belong. */

import { language, languageName, say, term } from '../content/words.js';
import { byPerson } from './by-person.js';
import { copyButton } from './copy.js';
import { el } from './dom.js';
import { glossOf } from './gloss.js';

/**
 * @typedef {Partial<import('../background/shapes.js').Suggestion> & {text: string}} Draft
 *
 * @param {import('./panel.js').Work} work
 * @param {Draft} draft
 * @param {...HTMLElement} more  buttons
 */
export function draftCard(work, draft, ...more) {
  const card = el('div', { class: 'card' });
  const said = el('p', { class: 'soft' });
  /** @param {string} sentence */
  const tell = (sentence) => {
    said.className = 'soft';
    said.textContent = sentence;
    work.announce(sentence);
  };
  const undo = el('button', { type: 'button', hidden: true }, say('undo'));
  undo.addEventListener('click', byPerson(async () => {
    await work.writing.undo();
    undo.hidden = true;
    card.classList.remove('used');
    tell(say('undone'));
  }));
  const use = el('button', { type: 'button', class: 'main use', 'aria-label': say('useThis') }, say('use'));
  use.addEventListener('click', byPerson(async () => {
    const refusal = await work.writing.use(draft.text, draft.scenario);
    card.classList.toggle('used', !refusal);
    tell(refusal ?? say(work.writing.place.box === work.writing.place.own ? 'usedOwn' : 'used'));
    if (refusal) said.className = 'notice refused';
    undo.hidden = Boolean(refusal) || work.writing.before === null;
  }));
  card.append(
    ...origin(draft),
    el('p', { class: 'words draft', dir: 'auto', lang: draft.language }, draft.text),
    ...glossOf(draft),
    el('div', { class: 'buttons' }, use, ...more, copyButton(() => draft.text, tell), undo, draft.length ? lengthWords(draft.length) : ''),
    said);
  return card;
}

/**
 * Whose words these are, and in which language where that is not the reader's own.
 * @param {Draft} draft
 */
function origin({ source, language: theirs }) {
  const said = [];
  if (source === 'remembered') said.push(say('fromYourReplies'));
  if (theirs && !isOurs(theirs)) said.push(say('inLanguage', languageName(theirs)));
  return said.length ? [el('p', { class: 'soft origin' }, said.join(' · '))] : [];
}

/** @param {string} theirs */
const isOurs = (theirs) => theirs.split('-')[0] === language.split('-')[0];

/** @param {import('../background/shapes.js').Length} length */
export function lengthWords({ used, limit, unit }) {
  const label = limit ? say('lengthLabel', used, limit, term('unit', unit)) : `${used} ${term('unit', unit)}`;
  const over = Boolean(limit && used > limit);
  return el('span', { class: over ? 'length over' : 'length', title: label, 'aria-label': label, role: 'img' },
    `${over ? '! ' : ''}${limit ? say('lengthOf', used, limit) : used}`);
}
