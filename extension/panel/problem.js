/** What went wrong, as a sentence and its next step. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { el } from './dom.js';

/** @typedef {import('../background/messages.js').Problem} Problem */

/**
 * The sentence for a problem.
 * @param {Problem} problem
 */
export function problemSentence(problem) {
  const address = problem.address ?? '';
  if (problem.kind === 'offline') return say('problemOffline', address);
  if (problem.kind === 'unpaired') return say('problemUnpaired');
  if (problem.kind === 'refused') return say('problemRefused', address);
  if (problem.kind === 'forbidden') return say('problemForbidden', problem.detail ?? '');
  return say('problemFailed', problem.detail ?? '');
}

/**
 * The problem with its button: pair again, or try again.
 * @param {Problem} problem
 * @param {() => void} [retry]
 */
export function problemBox(problem, retry) {
  const box = el('div', { class: 'problem', role: 'alert' }, el('p', { class: 'words', dir: 'auto' }, problemSentence(problem)));
  const buttons = el('div', { class: 'buttons' });
  if (problem.kind === 'unpaired' || problem.kind === 'refused') {
    buttons.append(el('button', { type: 'button', onclick: () => void ask({ kind: 'openOptions' }) }, say('pairAgain')));
  }
  // What a role may not do now, it may not do a moment later.
  if (retry && problem.kind !== 'forbidden') buttons.append(el('button', { type: 'button', onclick: retry }, say('retry')));
  if (buttons.childElementCount) box.append(buttons);
  return box;
}
