/** Underlines findings where they stand, with the browser's own highlights: nothing is added to the site's box or its words. */

import { unitAt } from '../panel/characters.js';
import { placesIn } from './editor-places.js';
import { FieldMirror } from './field-mirror.js';
import { lend } from './styles.js';
import { isField } from './writable.js';

/**
 * @typedef {import('../background/shapes.js').Finding} Finding
 * @typedef {{start: number, end: number, severity: Finding['severity']}} Span  in UTF-16 units
 */

/** From the faintest to the one drawn on top. */
const SEVERITIES = /** @type {const} */ (['advice', 'warning', 'error']);

/** The marks of one reply in the making. */
export class Marks {
  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.signal = signal;
    this.text = '';
    /** @type {Span[]} */
    this.spans = [];
    /** @type {FieldMirror|null} */
    this.mirror = null;
    signal.addEventListener('abort', () => this.show(null, '', []));
  }

  /**
   * Underline what was found in the text the box held when it was checked.
   * @param {HTMLElement|null} box
   * @param {string} text
   * @param {Finding[]} findings
   */
  show(box, text, findings) {
    this.text = text;
    this.spans = findings.filter(({ start, end }) => end > start)
      .map(({ start, end, severity }) => ({ start: unitAt(text, start), end: unitAt(text, end), severity }));
    this.#draw(box);
  }

  /**
   * Somebody types on: until the text is checked again, marks move with their words, and go where those were changed.
   * @param {HTMLElement|null} box
   * @param {string} text
   */
  follow(box, text) {
    this.spans = moved(this.spans, this.text, text);
    this.text = text;
    this.#draw(box);
  }

  /**
   * Select the words a finding is about, in sight; false where their place cannot be told.
   * @param {HTMLElement} box
   * @param {string} text
   * @param {Finding} finding
   */
  jump(box, text, { start, end }) {
    const [from, to] = [unitAt(text, start), unitAt(text, end)];
    const range = this.#ranges(box, text)?.(from, to);
    box.focus({ preventScroll: true });
    if (isField(box)) box.setSelectionRange(from, to);
    else if (range) box.ownerDocument.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    else return false;
    box.scrollIntoView({ block: 'nearest' });
    if (!range) return true;
    if (isField(box)) void this.mirror?.bring(range);
    else range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** @param {HTMLElement|null} box */
  #draw(box) {
    const ranges = box && isHere(box) && this.spans.length && !this.signal.aborted ? this.#ranges(box, this.text) : this.#leave();
    SEVERITIES.forEach((severity, priority) => {
      const found = this.spans.filter((span) => span.severity === severity).flatMap(({ start, end }) => ranges?.(start, end) ?? []);
      const highlight = new Highlight(...found);
      highlight.priority = priority;
      if (found.length) CSS.highlights.set(`amends-${severity}`, highlight);
      else CSS.highlights.delete(`amends-${severity}`);
    });
  }

  /**
   * @param {HTMLElement} box
   * @param {string} text
   * @returns {((start: number, end: number) => Range|null)|null}
   */
  #ranges(box, text) {
    if (!isHere(box)) return isField(box) ? null : placesIn(box, text);
    if (!isField(box)) {
      this.#leave();
      void lend(/** @type {Document|ShadowRoot} */ (box.getRootNode()), 'marks', this.signal);
      return placesIn(box, text);
    }
    if (this.mirror?.field !== box) {
      this.#leave();
      this.mirror = new FieldMirror(box);
    }
    const words = this.mirror.write(text);
    return (start, end) => {
      const range = document.createRange();
      range.setStart(words, Math.min(start, words.length));
      range.setEnd(words, Math.min(end, words.length));
      return range;
    };
  }

  #leave() {
    this.mirror?.remove();
    this.mirror = null;
    return null;
  }
}

/**
 * In a frame places are the frame's own: what we draw here would stand elsewhere.
 * @param {Element} box
 */
const isHere = (box) => box.ownerDocument === document;

/**
 * Where spans stand after an edit; those it touched are gone.
 * @param {Span[]} spans
 * @param {string} before
 * @param {string} after
 * @returns {Span[]}
 */
export function moved(spans, before, after) {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= same) return [span];
    return span.start >= before.length - tail ? [{ ...span, start: span.start + shift, end: span.end + shift }] : [];
  });
}
