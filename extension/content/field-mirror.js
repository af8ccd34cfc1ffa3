/**
 * The text of a site's field once more, unseen, in a host of our own laid exactly over it: what can be underlined there
 * shows under the field's own words, and the field itself stays as the site made it.
 */

import { followLayout } from './layout.js';
import { seenPart } from './seen-part.js';
import { dress } from './styles.js';

/** What decides where a field's words stand. */
const METRICS = [
  'direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-optical-sizing', 'font-size', 'font-size-adjust',
  'font-stretch', 'font-style', 'font-variant-caps', 'font-variant-east-asian', 'font-variant-ligatures', 'font-variant-numeric',
  'font-variation-settings', 'font-weight', 'hyphens', 'letter-spacing', 'line-break', 'line-height', 'overflow-wrap',
  'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'tab-size', 'text-align', 'text-indent', 'text-rendering',
  'text-transform', 'unicode-bidi', 'white-space', 'word-break', 'word-spacing',
];
const WORDY = new Set(['text', 'search', '']);
/** Pixels by which two layouts of the same text may differ and still be the same. */
const SLACK = 1.5;

/** One field's mirror, kept over it until removed. */
export class FieldMirror {
  /** @param {HTMLTextAreaElement|HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    this.words = document.createTextNode('');
    this.page = document.createElement('div');
    this.page.append(this.words);
    this.host = document.createElement('amends-marks');
    this.host.setAttribute('aria-hidden', 'true');
    const root = this.host.attachShadow({ mode: 'open' });
    root.append(this.page);
    this.life = new AbortController();
    document.body.append(this.host);
    followLayout([field], () => this.place(), this.life.signal);
    this.dressed = dress(root, 'mirror', 'marks').then(() => this.place());
  }

  /**
   * Show this text; its node is what ranges are made in.
   * @param {string} text
   */
  write(text) {
    // The last, empty line of a field has no height in a block of text unless something stands in it.
    this.words.data = text.endsWith('\n') ? `${text}\u200b` : text;
    this.place();
    return this.words;
  }

  /** Lay it over the field as that stands now, and hide it where the two do not agree. */
  place() {
    const seen = seenPart(this.field);
    const off = !seen || !this.#lay() || !this.#agrees();
    this.host.toggleAttribute('data-off', off);
    if (off) return;
    this.page.scrollTo({ left: this.field.scrollLeft, top: this.field.scrollTop, behavior: 'instant' });
    const { left, top, right, bottom } = this.host.getBoundingClientRect();
    const cut = [seen.top - top, right - seen.right, bottom - seen.bottom, seen.left - left];
    this.page.style.clipPath = `inset(${cut.map((size) => `${Math.max(0, size)}px`).join(' ')})`;
  }

  /**
   * Scroll the field so that these words are in sight.
   * @param {Range} range
   */
  async bring(range) {
    await this.dressed;
    const { top, bottom } = range.getBoundingClientRect();
    const page = this.page.getBoundingClientRect();
    if (top < page.top) this.field.scrollTop -= page.top - top + page.height / 3;
    else if (bottom > page.bottom) this.field.scrollTop += bottom - page.bottom + page.height / 3;
  }

  remove() {
    this.life.abort();
    this.host.remove();
  }

  /** False for a field that is turned, scaled, upright or no text: there our words would stand beside its own. */
  #lay() {
    const { field, host, page } = this;
    const style = getComputedStyle(field);
    const rect = field.getBoundingClientRect();
    const scaled = Math.abs(rect.width - field.offsetWidth) > SLACK || Math.abs(rect.height - field.offsetHeight) > SLACK;
    const wordy = field instanceof HTMLTextAreaElement || WORDY.has(field.type);
    if (scaled || !wordy || style.writingMode !== 'horizontal-tb') return false;
    for (const name of METRICS) page.style.setProperty(name, style.getPropertyValue(name));
    page.lang = field.closest('[lang]')?.getAttribute('lang') ?? '';
    if (field instanceof HTMLInputElement) centre(page, field, style);
    sized(host, field.clientWidth, field.clientHeight);
    put(host, rect.left + field.clientLeft, rect.top + field.clientTop);
    return true;
  }

  #agrees() {
    const { field, page } = this;
    const [mine, theirs] = field instanceof HTMLInputElement
      ? [page.scrollWidth, field.scrollWidth] : [page.scrollHeight, field.scrollHeight];
    return Math.abs(mine - theirs) <= SLACK;
  }
}

/**
 * One line stands in the middle of an input's height.
 * @param {HTMLElement} page
 * @param {HTMLInputElement} field
 * @param {CSSStyleDeclaration} style
 */
function centre(page, field, style) {
  page.style.whiteSpace = 'pre';
  page.style.lineHeight = `${field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px`;
}

/**
 * @param {HTMLElement} host
 * @param {number} width
 * @param {number} height
 */
function sized(host, width, height) {
  host.style.setProperty('--width', `${width}px`);
  host.style.setProperty('--height', `${height}px`);
}

/**
 * A body that is moved itself moves what is fixed in it: look where we came to stand, and make up for it.
 * @param {HTMLElement} host
 * @param {number} left
 * @param {number} top
 */
function put(host, left, top) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => {
    host.style.setProperty('--left', `${x}px`);
    host.style.setProperty('--top', `${y}px`);
  };
  at(left, top);
  const stands = host.getBoundingClientRect();
  if (stands.left !== left || stands.top !== top) at(2 * left - stands.left, 2 * top - stands.top);
}
