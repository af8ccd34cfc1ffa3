/** Where the reply to one review is written: the site's box, opened when needed, or the panel's own where there is none. */

import { fitted, putText, sameText, textIn } from './insert.js';
import { boxOf, isField } from './writable.js';

/** @typedef {import('../adapters/types.js').Item} Item */

const OPENING_MS = 2500;

/**
 * What became of a text: `before` is what stood there, for undo; `why` names a sentence.
 * @typedef {{ok: true, before: string} | {ok: false, why: string, blanks: number[]}} Written
 */

/** The reply box of an item, with the panel's own field to fall back on. */
export class ReplyPlace {
  /**
   * @param {Item} item
   * @param {HTMLTextAreaElement} own
   */
  constructor(item, own) {
    this.item = item;
    this.own = own;
  }

  /** Has the site a place to write this reply, open or not? */
  get onSite() {
    return Boolean(this.item.replyBox() ?? this.item.replyOpener());
  }

  /**
   * The box as it stands, null while the site's is still closed.
   * @returns {HTMLElement|null}
   */
  get box() {
    return boxOf(this.item) ?? (this.item.replyOpener() ? null : this.own);
  }

  /** What is written so far. */
  get text() {
    return this.box ? textIn(this.box) : '';
  }

  /**
   * Replace the text, opening the site's box first when needed.
   * @param {string} text
   * @returns {Promise<Written>}
   */
  async write(text) {
    const box = this.box ?? (await this.#open());
    if (!box) return { ok: false, why: 'boxRefused', blanks: [] };
    const fits = fitted(box, text);
    const refusal = refusalOf(box, fits);
    if (refusal) return refusal;
    const before = textIn(box);
    if (await putText(box, fits)) return { ok: true, before };
    const became = textIn(box);
    if (sameText(became, before) || (await putText(box, before))) return { ok: false, ...blameFor(became, before, fits) };
    return { ok: false, why: 'boxHalf', blanks: [] };
  }

  /** @returns {Promise<HTMLElement|null>} */
  async #open() {
    const opener = this.item.replyOpener();
    if (!(opener instanceof HTMLElement) || isSubmit(opener)) return null;
    opener.click();
    const until = Date.now() + OPENING_MS;
    while (Date.now() < until) {
      const box = boxOf(this.item);
      if (box) return box;
      await new Promise((done) => setTimeout(done, 50));
    }
    return null;
  }
}

/**
 * Whatever a page's data says is the opener: what would submit a form is never pressed, nor anything in or for such a button.
 * @param {Element} opener
 * @returns {boolean}
 */
export function isSubmit(opener) {
  const label = /** @type {HTMLLabelElement|null} */ (opener.closest('label'));
  const pressed = [opener.closest('button, input'), label?.control];
  const submits = pressed.some((one) => one && /^(?:submit|image)$/.test(Reflect.get(one, 'type')) && Reflect.get(one, 'form'));
  // A click in a web component is heard by what stands around it.
  const root = opener.getRootNode();
  return submits || (root instanceof ShadowRoot && isSubmit(root.host));
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 * @returns {Written|null}
 */
function refusalOf(box, text) {
  const closed = ['aria-readonly', 'aria-disabled'].some((name) => box.getAttribute(name) === 'true');
  const open = isField(box) ? !box.readOnly && !box.disabled : box.isContentEditable;
  if (closed || !open) return { ok: false, why: 'boxReadOnly', blanks: [] };
  if (isField(box) && box.maxLength >= 0 && text.length > box.maxLength) return { ok: false, why: 'boxTooShort', blanks: [box.maxLength, text.length] };
  return null;
}

/**
 * Which sentence tells what the box did with the text instead of taking it.
 * @param {string} became
 * @param {string} before
 * @param {string} text
 */
function blameFor(became, before, text) {
  const kept = became.trim();
  if (sameText(became, before)) return { why: 'boxRefused', blanks: [] };
  if (kept && kept.length < text.length && text.startsWith(kept)) return { why: 'boxCut', blanks: [kept.length, text.length] };
  return { why: 'boxChanged', blanks: [] };
}
