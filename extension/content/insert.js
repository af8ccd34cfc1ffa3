/** Putting text into a site's own box: an ordered list of ways, the first that the box agrees to have taken wins. */

/**
 * @typedef {(box: HTMLElement, text: string) => boolean|Promise<boolean>} Way
 */

const SETTLE_MS = 60;

/** The text a box holds, however it holds it.
 * @param {Element} box
 */
export function textIn(box) {
  if (isField(box)) return box.value;
  return box instanceof HTMLElement ? box.innerText : (box.textContent ?? '');
}

/**
 * Replace the box's whole text; true when it reads back the same.
 * @param {HTMLElement} box
 * @param {string} text
 */
export async function putText(box, text) {
  for (const way of WAYS) {
    if ((await way(box, text)) && (await tookIt(box, text))) return true;
  }
  return false;
}

/**
 * @param {Element} box
 * @returns {box is HTMLTextAreaElement|HTMLInputElement}
 */
export function isField(box) {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement;
}

/**
 * A field React controls forgets a value set on itself: its tracker sits on the instance, so the prototype's setter goes
 * past it and the input event makes React take the new value over (facebook/react#10135).
 * @type {Way}
 */
function field(box, text) {
  if (!isField(box)) return false;
  box.focus({ preventScroll: true });
  const type = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/**
 * Editors that keep their own model (Lexical, Slate, ProseMirror) act on beforeinput, and cancel it to say so.
 * @type {Way}
 */
function beforeInput(box, text) {
  if (!selectAll(box)) return false;
  const event = new InputEvent('beforeinput', {
    bubbles: true, cancelable: true, composed: true, inputType: 'insertText', data: text,
  });
  return !box.dispatchEvent(event);
}

/**
 * Editors that take pasted text but no synthetic typing (Quill, Draft.js).
 * @type {Way}
 */
function paste(box, text) {
  if (!selectAll(box)) return false;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }));
}

/**
 * Last resort: deprecated, and still the only call that types into a plain contenteditable with its undo history.
 * @type {Way}
 */
function command(box, text) {
  if (!selectAll(box)) return false;
  return document.execCommand(text ? 'insertText' : 'delete', false, text);
}

/** @type {Way[]} */
const WAYS = [field, beforeInput, paste, command];

/** @param {HTMLElement} box */
function selectAll(box) {
  if (!box.isContentEditable) return false;
  box.focus({ preventScroll: true });
  getSelection()?.selectAllChildren(box);
  return true;
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 */
async function tookIt(box, text) {
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  return sameWords(textIn(box), text);
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
