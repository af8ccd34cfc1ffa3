/** Teach mode: the person points at the parts of one review, sees what would be read, puts it right, and keeps or shares it. */

import { readPage } from '../adapters/reader.js';
import { faultsOf } from '../adapters/shape.js';
import { inferAdapter } from '../adapters/teach.js';
import { el } from '../panel/dom.js';
import { outlineButton } from './outline-button.js';
import { askToKeep } from './teach-keep.js';
import { openOverlay } from './teach-overlay.js';
import { askAbout } from './teach-preview.js';
import { askFor } from './teach-step.js';
import { say } from './words.js';

/**
 * @typedef {import('./visit.js').Visiting} Visiting
 * @typedef {import('./teach-overlay.js').Overlay} Overlay
 * @typedef {import('../adapters/teach.js').Example} Example
 * @typedef {import('../adapters/teach.js').Part} Part
 * @typedef {import('../adapters/types.js').Adapter} Adapter
 *
 * What was taught so far; each correction makes a new one, so that it can be undone.
 * @typedef {{examples: Example[], not: Element[]}} Taught
 * @typedef {{adapter: Adapter | null, trouble: import('../adapters/teach.js').Trouble | null, items: import('../adapters/types.js').Item[]}} Learnt
 */

const PARTS = /** @type {const} */ (['text', 'author', 'date', 'rating', 'title', 'reply', 'reply_opener', 'reply_box']);
/** Without these nothing can be shown; what comes after them may be left out at once. */
const TELLING = new Set(['text', 'author', 'date', 'rating']);
/** What is told where a correction taught nothing. */
const UNLEARNT = { not: 'no_review', missed: 'second', part: 'apart' };
const REVIEW_PARTS = new Set(['text', 'author', 'date', 'rating', 'title']);

/**
 * Teach this page; nothing is sent or kept before the last screen.
 * @param {Visiting} visiting
 * @param {(adapter: Adapter | null) => void} done  with the adapter to use from now on, or null when the person left
 */
export async function teach(visiting, done) {
  const overlay = openOverlay(visiting.signal, () => done(null));
  const lesson = lessonOf(visiting);
  /** @type {Adapter | null} */
  let adapter = null;
  for (let example = /** @type {Example} */ ({}), at = 0; !adapter;) {
    example = (await pointAtAll(overlay, example, [...PARTS], { at })) ?? {};
    const taught = await putRight(overlay, { examples: [example], not: [] }, lesson);
    if (typeof taught === 'string') [example, at] = taught === 'back' ? [example, PARTS.length - 1] : [{}, 0];
    else adapter = await keepIt(overlay, taught, lesson);
  }
  overlay.close();
  return done(adapter);
}

/**
 * How this page is learnt and read: a lesson about its address, tried on it at once.
 * @param {Visiting} visiting
 */
function lessonOf({ url, adapters }) {
  const known = adapters.find(({ unverified }) => !unverified?.evidence.some((told) => told.startsWith('taught on')));
  const learn = (/** @type {Taught} */ taught, /** @type {import('../adapters/teach-place.js').Site} */ site = {}) => {
    const [{ text }] = taught.examples;
    const lines = text !== undefined && getComputedStyle(text).whiteSpace.startsWith('pre');
    return inferAdapter({ ...taught, address: url, day: new Date().toISOString().slice(0, 10), site: { ...site, known }, lines });
  };
  /** @returns {Learnt} */
  const read = (/** @type {Taught} */ taught) => {
    const { adapter, trouble } = learn(taught);
    if (!adapter || faultsOf(adapter).length) return { adapter: null, trouble: trouble ?? 'too little', items: [] };
    return { adapter, trouble, items: readPage(document, url, { adapters: [adapter], adapter: adapter.id }).items };
  };
  return { url, known: Boolean(known), learn, read };
}

/** @typedef {ReturnType<typeof lessonOf>} Lesson */

/**
 * Ask for each part in turn, with a way back.
 * @param {Overlay} overlay
 * @param {Example} example
 * @param {Part[]} parts
 * @param {{at?: number, leavable?: boolean}} [how]  where to begin; whether going back from the first is a way out
 * @returns {Promise<Example | null>} null when the person went back before the first
 */
async function pointAtAll(overlay, example, parts, { at = 0, leavable = false } = {}) {
  let taught = example;
  for (let index = at; index < parts.length;) {
    const part = parts[index];
    const { [part]: _again, ...before } = taught;
    const step = { part, example: before, at: index + 1, count: parts.length, spared: part !== 'text', back: index > 0 || leavable };
    const found = await askFor(overlay, { ...step, enough: !TELLING.has(part) });
    taught = found instanceof Element ? { ...before, [part]: found } : before;
    if (found === 'enough') return taught;
    if (found === 'back' && index === 0) return null;
    index += found === 'back' ? -1 : 1;
  }
  return taught;
}

/**
 * Show what would be read until the person says it is right.
 * @param {Overlay} overlay
 * @param {Taught} first
 * @param {Lesson} lesson
 * @returns {Promise<Taught | 'back' | 'anew'>}
 */
async function putRight(overlay, first, lesson) {
  const past = [first];
  let notice = '';
  for (;;) {
    const taught = past[past.length - 1];
    const { adapter, trouble, items } = lesson.read(taught);
    if (!adapter || !items.length) {
      return tellTrouble(overlay, trouble ?? 'apart');
    }
    const parts = PARTS.filter((part) => REVIEW_PARTS.has(part) || taught.examples[0][part] || part === 'reply');
    const verdict = await askAbout(overlay, { items, selectors: adapter.reviews ?? [], parts, changed: past.length > 1, notice });
    notice = '';
    if (verdict.kind === 'right') return taught;
    if (verdict.kind === 'back') return 'back';
    if (verdict.kind === 'undo') past.pop();
    else {
      const next = await corrected(overlay, taught, verdict, items);
      const told = next && lesson.read(next);
      if (next && told?.items.length) past.push(next);
      else if (told) notice = say(`teachTrouble_${UNLEARNT[verdict.kind]}`);
    }
  }
}

/**
 * @param {Overlay} overlay
 * @param {Taught} taught
 * @param {Extract<import('./teach-preview.js').Verdict, {kind: 'missed' | 'part' | 'not'}>} verdict
 * @param {import('../adapters/types.js').Item[]} items
 * @returns {Promise<Taught | null>} null where the person thought better of it
 */
async function corrected(overlay, taught, verdict, items) {
  const { examples, not } = taught;
  if (verdict.kind === 'not') return { examples, not: [...not, verdict.element] };
  if (verdict.kind === 'missed') {
    const parts = PARTS.filter((part) => REVIEW_PARTS.has(part) && examples[0][part]);
    const more = await pointAtAll(overlay, {}, parts, { leavable: true });
    return more && { examples: [...examples, more], not };
  }
  const { part } = verdict;
  const sentence = say('teachPartAgain', say(`teachName_${part}`));
  const found = await askFor(overlay, { part, example: { ...examples[0], [part]: undefined }, at: 1, count: 1, spared: false, back: true, sentence, begin: examples[0][part] });
  if (!(found instanceof Element)) return null;
  const cardOf = (/** @type {Element | undefined} */ element) => items.find((item) => element && item.element?.contains(element))?.element;
  const first = cardOf(examples[0].text);
  const same = !cardOf(found) || cardOf(found) === first;
  return { examples: same ? [{ ...examples[0], [part]: found }, ...examples.slice(1)] : [...examples, { [part]: found }], not };
}

/**
 * Say why nothing was learnt and what to try.
 * @param {Overlay} overlay
 * @param {string} trouble
 * @returns {Promise<'back' | 'anew'>}
 */
function tellTrouble(overlay, trouble) {
  return new Promise((resolve) => {
    const told = el('p', { role: 'status', class: 'soft' });
    const again = el('button', { type: 'button', class: 'main', onclick: () => resolve('anew') }, say('teachAgain'));
    const back = el('button', { type: 'button', onclick: () => resolve('back') }, say('teachBack'));
    overlay.show([
      el('p', { class: 'notice' }, say(`teachTrouble_${trouble.replace(' ', '_')}`)),
      el('p', {}, say('teachTry')),
      el('div', { class: 'buttons' }, again, back, outlineButton((sentence) => told.replaceChildren(sentence))), told,
    ], again);
  });
}

/**
 * @param {Overlay} overlay
 * @param {Taught} taught
 * @param {Lesson} lesson
 * @returns {Promise<Adapter | null>} null to point anew
 */
async function keepIt(overlay, taught, lesson) {
  let right = taught;
  for (;;) {
    const made = (/** @type {import('../adapters/teach-place.js').Site} */ site) => /** @type {Adapter} */ (lesson.learn(right, site).adapter);
    const outcome = await askToKeep(overlay, lesson.url, made, lesson.known);
    if (outcome !== 'back') return outcome;
    const again = await putRight(overlay, right, lesson);
    if (typeof again === 'string') return null;
    right = again;
  }
}
