/** Putting text into a site's own box: an ordered list of ways, the first that the box agrees to have taken wins. */

import { readEditor } from './editor-text.js';
import { isField } from './writable.js';

/**
 * Each way replaces all that the box holds, in one step of the box's own undo.
 * @typedef {(box: HTMLElement, text: string) => void|Promise<void>} Way
 */

/** How long a box may take until it shows what it was given, and how long it must then go on showing it. */
const TAKING_MS = 400;
const SETTLE_MS = 60;
const STEP_MS = 20;
/** After this long an unchanged box is one that did not listen: TinyMCE only begins after the event is over. */
const DEAF_MS = 140;
/** Editors learn of a selection by an event of their own; Slate holds that back for a tenth of a second. */
const SELECTION_MS = 30;
const SLATE_MS = 160;

/** The text a box holds, however it holds it.
 * @param {Element} box
 */
export function textIn(box) {
  return isField(box) ? box.value : readEditor(box).text;
}

/**
 * Replace the box's whole text; true when it reads back the same, paragraph by paragraph.
 * @param {HTMLElement} box
 * @param {string} text
 */
export async function putText(box, text) {
  const before = textIn(box);
  for (const way of isField(box) ? FIELD_WAYS : EDITOR_WAYS) {
    await way(box, text);
    if (await tookIt(box, text)) return true;
    // An editor that took it its own way would be broken by the next way, which goes past its model.
    if (!isField(box) && textIn(box) !== before) return false;
  }
  return false;
}

/**
 * The text as this box can hold it: an input is one line.
 * @param {Element} box
 * @param {string} text
 */
export function fitted(box, text) {
  return box.localName === 'input' ? text.replace(/\s*\n\s*/gu, ' ').trim() : text.replace(/\r\n?/gu, '\n');
}

/**
 * As if typed: the field's own undo knows it, and React hears of it as of any typing.
 * @type {Way}
 */
function typeOver(box, text) {
  if (!isField(box) || !focused(box)) return;
  box.select();
  box.ownerDocument.execCommand(text ? 'insertText' : 'delete', false, text);
}

/**
 * Where typing is not to be had (a document that has no focus). A field React controls forgets a value set on itself: its
 * tracker sits on the instance, so the prototype's setter goes past it and the event makes React take the new value over
 * (facebook/react#10135).
 * @type {Way}
 */
function setValue(box, text) {
  const type = Object.getPrototypeOf(box);
  Object.getOwnPropertyDescriptor(type, 'value')?.set?.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Editors that keep a model of their own (Lexical, ProseMirror, Quill, Slate, Draft.js, CKEditor, TinyMCE, Trix) take a
 * pasted text as one step, paragraphs and all, and letters like "<b>" as letters; typed line ends most of them lose.
 * @type {Way}
 */
async function paste(box, text) {
  await selectAll(box);
  if (!text) {
    const options = { bubbles: true, cancelable: true, composed: true, inputType: 'deleteContentBackward' };
    box.dispatchEvent(new InputEvent('beforeinput', options));
    return;
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }));
}

/**
 * A plain editable block, which nothing but the browser tends: deprecated, and still the only call that types with undo.
 * @type {Way}
 */
async function command(box, text) {
  await selectAll(box);
  if (focused(box)) box.ownerDocument.execCommand(text ? 'insertText' : 'delete', false, text);
}

/** @type {Way[]} */
const FIELD_WAYS = [typeOver, setValue];
/** @type {Way[]} */
const EDITOR_WAYS = [paste, command];

/**
 * Commands go to what has the focus: a box that does not take it must not have them typed elsewhere.
 * @param {HTMLElement} box
 */
function focused(box) {
  box.focus({ preventScroll: true });
  const has = /** @type {Document|ShadowRoot} */ (box.getRootNode()).activeElement;
  return has === box || box.contains(has);
}

/** @param {HTMLElement} box */
async function selectAll(box) {
  if (!focused(box) || !box.ownerDocument.execCommand('selectAll')) box.ownerDocument.getSelection()?.selectAllChildren(box);
  await pause(box.closest('[data-slate-editor]') ? SLATE_MS : SELECTION_MS);
}

/**
 * Did the box take the text and keep it? One in which the person went on typing meanwhile did: their words stay.
 * @param {HTMLElement} box
 * @param {string} text
 */
async function tookIt(box, text) {
  const before = textIn(box);
  for (let waited = 0; waited < TAKING_MS && !sameText(textIn(box), text); waited += STEP_MS) {
    if (isField(box) || (waited >= DEAF_MS && textIn(box) === before)) break;
    await pause(STEP_MS);
  }
  const taken = sameText(textIn(box), text);
  const typed = await typedWithin(box, SETTLE_MS);
  return sameText(textIn(box), text) || (taken && typed);
}

/**
 * Wait, and tell whether the person pressed a key in the box meanwhile, or put words into a field by voice or mouse.
 * @param {HTMLElement} box
 * @param {number} milliseconds
 */
async function typedWithin(box, milliseconds) {
  let typed = false;
  const waited = new AbortController();
  for (const kind of isField(box) ? ['keydown', 'input'] : ['keydown']) {
    box.addEventListener(kind, (event) => {
      typed ||= event.isTrusted;
    }, { capture: true, signal: waited.signal });
  }
  await pause(milliseconds);
  waited.abort();
  return typed;
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * The same words in the same lines; blank lines and blanks around lines are the editor's own.
 * @param {string} one
 * @param {string} other
 */
export function sameText(one, other) {
  return linesOf(one) === linesOf(other);
}

/** @param {string} text */
function linesOf(text) {
  const lines = text.normalize('NFC').replace(/[\u200b\u2060\ufeff]/gu, '').split(/[\r\n]+/u);
  return lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter(Boolean).join('\n');
}

/**
 * The same text but for line ends and blanks, which sites set as they like.
 * @param {string} one
 * @param {string} other
 */
export function sameWords(one, other) {
  return normalised(one) === normalised(other);
}

/** @param {string} text */
function normalised(text) {
  return text.normalize('NFC').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '').replace(/\s+/gu, ' ').trim();
}
