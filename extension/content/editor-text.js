/**
 * The words of an editor as they would be typed in a plain field, and where each character stands in its elements:
 * `innerText` makes three line ends of one empty block, and every editor writes lines and paragraphs its own way.
 */

const LONGEST = 100_000;
const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'BLOCKQUOTE', 'DD', 'DIV', 'DL', 'DT', 'FIGURE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR', 'LI', 'OL', 'P',
  'PRE', 'SECTION', 'TABLE', 'TD', 'TR', 'UL',
]);
/** What editors show in an empty box, and what they add for themselves. */
const NOT_WRITTEN = '[data-slate-placeholder], [contenteditable=false][class*=placeholder i], [data-mce-bogus=all], script, style';
/** Characters that hold an editor's caret and are nobody's words. */
const FILLERS = /[\u200b\u2060\ufeff]/u;

/**
 * `gap` where the block a line begins stands apart from the one before.
 * @typedef {{node: Text, at: number}} Spot
 * @typedef {{text: string, spots: Spot[], gap: boolean}} Line
 */

/**
 * @param {Element} editor
 * @returns {{text: string, spots: (Spot|null)[]}} one spot for each UTF-16 unit, null for a line end
 */
export function readEditor(editor) {
  const reader = new Reader(editor);
  reader.read(editor);
  return joined(reader.lines);
}

/** Goes through an editor's elements once, and has its lines. */
class Reader {
  /** @param {Element} editor */
  constructor(editor) {
    /** @type {Line[]} */
    this.lines = [];
    /** @type {Line|null} */
    this.line = null;
    this.gap = false;
    this.length = 0;
    this.folds = !/pre|break-spaces/u.test(getComputedStyle(editor).whiteSpace);
    this.shown = editor.checkVisibility();
    /** @type {Map<string, boolean>} by element name: one block of a kind tells for all */
    this.apart = new Map();
  }

  /** @param {Node} parent */
  read(parent) {
    for (const node of parent.childNodes) {
      if (this.length > LONGEST) return;
      if (node.nodeType === Node.TEXT_NODE) this.#words(/** @type {Text} */ (node));
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(/** @type {Element} */ (node));
    }
  }

  /** @param {Element} element */
  #element(element) {
    if (element.nodeName === 'BR') {
      this.#open();
      this.line = null;
      return;
    }
    if (element.matches(NOT_WRITTEN) || (this.shown && !element.checkVisibility())) return;
    const block = BLOCKS.has(element.nodeName);
    if (block) this.#edge(element);
    this.read(element);
    if (block) this.#edge(element);
  }

  /** @param {Element} block */
  #edge(block) {
    this.line = null;
    this.gap ||= this.#standsApart(block);
  }

  /** @param {Element} block */
  #standsApart(block) {
    const known = this.apart.get(block.nodeName);
    if (known !== undefined) return known;
    const { marginTop, marginBottom } = getComputedStyle(block);
    const apart = parseFloat(marginTop) > 0 || parseFloat(marginBottom) > 0;
    this.apart.set(block.nodeName, apart);
    return apart;
  }

  #open() {
    if (this.line) return this.line;
    this.line = { text: '', spots: [], gap: this.gap };
    this.gap = false;
    this.lines.push(this.line);
    return this.line;
  }

  /** @param {Text} node */
  #words(node) {
    this.length += node.data.length;
    for (let at = 0; at < node.data.length; at += 1) {
      const unit = node.data[at];
      if (FILLERS.test(unit)) continue;
      if (!this.folds && unit === '\n') {
        this.#open();
        this.line = null;
      } else if (this.folds && /[ \t\r\n\f]/u.test(unit)) {
        if (this.line?.text && !this.line.text.endsWith(' ')) push(this.line, ' ', node, at);
      } else push(this.#open(), unit, node, at);
    }
  }
}

/**
 * @param {Line} line
 * @param {string} unit
 * @param {Text} node
 * @param {number} at
 */
function push(line, unit, node, at) {
  line.text += unit;
  line.spots.push({ node, at });
}

/**
 * Blocks that stand apart are paragraphs, unless the editor leaves empty ones between: then each block is a line.
 * @param {Line[]} lines
 */
function joined(lines) {
  const linewise = lines.some(({ text, gap }, index) => gap && !text.trim() && index > 0 && index < lines.length - 1);
  let text = '';
  /** @type {(Spot|null)[]} */
  const spots = [];
  lines.forEach((line, index) => {
    const ends = index === 0 ? '' : line.gap && !linewise ? '\n\n' : '\n';
    text += ends + line.text;
    for (const _end of ends) spots.push(null);
    // One by one: a long text would be too many arguments for one push.
    for (const spot of line.spots) spots.push(spot);
  });
  return { text, spots };
}
