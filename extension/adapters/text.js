/** The words of an element as a reader sees them, without asking the browser for layout. */

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI OL PRE SECTION TABLE TR UL'.split(' '),
);
const SKIPPED = new Set('BUTTON IFRAME NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '));

/** What most texts have none of: space of other kinds than one between two words. */
export const UNTIDY = /[^\S ]| {2}|^ | $/;

/** @type {Map<string, string | null>} */
const SELECTORS = new Map([['', null]]);

/**
 * The text below `root`: lines where the markup makes them, other space collapsed. It walks instead of recursing and
 * stops at `cap` characters, because a page may nest without end.
 * @param {Node} root
 * @param {{without?: string[], keepLines?: boolean, cap?: number}} [options]
 * @returns {string}
 */
export function textOf(root, { without = [], keepLines = false, cap = 100_000 } = {}) {
  const skip = selectorOf(without);
  const parts = [];
  let length = 0;
  /** @type {Node | null} */
  let node = root.firstChild;
  while (node && length < cap * 2) {
    const unseen = skipped(node, skip);
    const entered = unseen ? '' : piece(node, keepLines);
    if (entered) {
      parts.push(entered);
      length += entered.length;
    }
    if (!unseen && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root) parts.push(edge(node));
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return tidy(broken(parts.join(''))).slice(0, cap);
}

/**
 * Edges of blocks turned into line ends: side by side they make one, beside a paragraph's two, never more.
 * @param {string} text
 */
function broken(text) {
  return !/[\r\f]/.test(text) ? text : text.replace(/[\r\f\n ]*[\r\f][\r\f\n ]*/g, (run) => {
    const written = run.split('\n').length - 1;
    return '\n'.repeat(Math.max(written, run.includes('\f') ? 2 : 1));
  });
}

/**
 * Text with its spaces and empty lines brought to one kind.
 * @param {string} text
 */
export function tidy(text) {
  return UNTIDY.test(text) ? tidied(text) : text;
}

/** @param {string} text */
function tidied(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * One selector of several, or null where there is none or the browser does not know it.
 * @param {string[]} selectors
 */
function selectorOf(selectors) {
  const joined = selectors.join(', ');
  const known = SELECTORS.get(joined);
  if (known !== undefined) return known;
  let right = null;
  try {
    document.createDocumentFragment().querySelector(joined);
    right = joined;
  } catch {
    // Nothing is left out then: too many words are better than none.
  }
  SELECTORS.set(joined, right);
  return right;
}

/**
 * @param {Node} node
 * @param {string | null} skip
 */
function skipped(node, skip) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const element = /** @type {Element} */ (node);
  return SKIPPED.has(element.tagName.toUpperCase()) || (skip !== null && element.matches(skip));
}

/**
 * What entering this node adds.
 * @param {Node} node
 * @param {boolean} keepLines
 */
function piece(node, keepLines) {
  if (node.nodeType === Node.TEXT_NODE) {
    const data = /** @type {Text} */ (node).data;
    if (!UNTIDY.test(data)) return data;
    return keepLines ? data.replace(/\r\n?/g, '\n').replace(/[^\S\n]+/g, ' ') : data.replace(/\s+/g, ' ');
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  return node.nodeName === 'BR' ? '\n' : edge(node);
}

/**
 * The mark left where a block begins or ends; text has none of these characters of its own by then.
 * @param {Node} node
 */
function edge(node) {
  if (node.nodeName === 'P') return '\f';
  return BLOCKS.has(node.nodeName) ? '\r' : '';
}
