/** A page's structure for a bug report: tags, names of markup, counts and lengths. None of its words, addresses or people. */

import { MARKUP_WORDS, STANDARD_VALUES } from './outline-words.js';

const LARGEST = 20_000;
const DEPTHS = [40, 32, 26, 22, 19, 17, 15, 13, 12, 11, 10, 9, 8, 6, 4, 2];
const MOST_ELEMENTS = 30_000;
const MOST_TEXTS = 60_000;
const MOST_CHILDREN = 400;
/** Of neighbours with the same names so many that are built differently are shown; the others are counted. */
const MOST_KINDS = 3;
const MOST_NAMES = 6;
const OFTEN = 3;
const LEFT_OUT = new Set('script style noscript template link meta base head title path g use defs'.split(' '));
const CLOSED = new Set('iframe object embed svg canvas video audio'.split(' '));
const TAGS = new Set(`a abbr address article aside audio b blockquote body br button canvas caption cite code col colgroup data dd del details dfn dialog div dl dt
  em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i iframe img input ins kbd label legend li main map mark menu meter nav
  object ol optgroup option output p picture pre progress q s samp search section select small source span strong sub summary sup svg table tbody td textarea tfoot
  th thead time tr u ul var video wbr`.split(/\s+/));
const HOOKS = ['data-testid', 'data-test-id', 'data-hook', 'data-qa', 'data-cy', 'data-test', 'data-field'];

/** @typedef {{line: string, least: number, most: number, count: number, children: Shape[], key: string}} Shape */
/** @typedef {{alias: (name: string) => string, uses: Map<string, number>, words: Set<string>, known: Map<Element, string>, left: number}} Redaction */

/**
 * The outline of a page, at most 20 kB: a line an element, folded where neighbours are built alike ("×12"), with the length
 * of its own text ("t40–310"). A name of class, id or test hook stands there only where it is made of words of markup, or
 * marks several elements and shares no word with the page's text; others are numbered ("?7").
 * @param {Document} document
 * @returns {string}
 */
export function outlineOf(document) {
  const { body } = document;
  if (!body) return 'amends-outline/1\n';
  const redaction = redactionOf(body);
  for (const depth of DEPTHS) {
    const lines = ['amends-outline/1', ...linesOf(shapeOf(body, depth, { ...redaction, left: MOST_ELEMENTS }), 0)];
    const text = `${lines.join('\n')}\n`;
    if (text.length <= LARGEST) return text;
  }
  return `${linesOf(shapeOf(body, 2, { ...redaction, left: 200 }), 0).join('\n').slice(0, LARGEST - 1)}\n`;
}

/**
 * What must be known of the whole page before a name is shown.
 * @param {Element} body
 * @returns {Redaction}
 */
function redactionOf(body) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const element of [...body.querySelectorAll('*')].slice(0, MOST_ELEMENTS)) {
    for (const name of namesOn(element)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  /** @type {Map<string, string>} */
  const aliases = new Map();
  const alias = (/** @type {string} */ name) => {
    if (!aliases.has(name)) aliases.set(name, `?${aliases.size + 1}`);
    return /** @type {string} */ (aliases.get(name));
  };
  return { alias, uses, words: wordsOf(body), known: new Map(), left: MOST_ELEMENTS };
}

/**
 * Every word the page shows or says in an attribute a person may read, also two of them in a row as one: names are written so.
 * @param {Element} body
 */
function wordsOf(body) {
  const said = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && said.length < MOST_TEXTS; node = walker.nextNode()) said.push(/** @type {Text} */ (node).data);
  for (const element of [...body.querySelectorAll('[title], [alt], [aria-label], [placeholder], [value], [content]')].slice(0, MOST_ELEMENTS)) {
    for (const name of ['title', 'alt', 'aria-label', 'placeholder', 'value', 'content']) said.push(element.getAttribute(name) ?? '');
  }
  // Markup writes names in plain letters: Müller as "muller".
  const words = said.join(' ').slice(0, 2_000_000).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').match(/\p{L}+/gu) ?? [];
  return new Set(words.flatMap((word, index) => [word, `${word}${words[index + 1] ?? ''}`]).filter((word) => word.length > 1));
}

/** @param {Element} element */
function namesOn(element) {
  return [...element.classList, element.id, ...HOOKS.map((hook) => element.getAttribute(hook) ?? '')].filter(Boolean);
}

/**
 * @param {Element} element
 * @param {number} depth
 * @param {Redaction} redaction
 * @returns {Shape}
 */
function shapeOf(element, depth, redaction) {
  redaction.left -= 1;
  const line = redaction.known.get(element) ?? describe(element, redaction);
  redaction.known.set(element, line);
  const length = ownLength(element);
  const open = depth > 0 && redaction.left > 0 && !CLOSED.has(element.localName);
  const inside = open ? [...(element.shadowRoot?.children ?? []), ...element.children].filter((child) => !isLeftOut(child)) : [];
  const children = folded(inside.slice(0, MOST_CHILDREN).map((child) => shapeOf(child, depth - 1, redaction)));
  const cut = !open && element.childElementCount > 0 ? ' …' : '';
  const key = `${line}${cut}(${children.map((child) => child.key).join(',')})`;
  return { line: line + cut, least: length, most: length, count: 1, children, key };
}

/** @param {Element} element */
const isLeftOut = (element) => LEFT_OUT.has(element.localName) || /^amends-/i.test(element.localName);

/** @param {Element} element */
function ownLength(element) {
  let length = 0;
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) length += /** @type {Text} */ (node).data.trim().length;
  return length;
}

/**
 * Neighbours built alike as one, with the lengths of all; of many with the same names but other contents the first kinds.
 * @param {Shape[]} shapes
 * @returns {Shape[]}
 */
function folded(shapes) {
  /** @type {Shape[]} */
  const kept = [];
  for (const shape of shapes) {
    const alike = kept.filter(({ line }) => line === shape.line);
    const same = alike.find(({ key }) => key === shape.key) ?? (alike.length < MOST_KINDS ? null : alike.at(-1));
    if (!same || (same !== kept.at(-1) && alike.length < 2)) kept.push(shape);
    else kept[kept.indexOf(same)] = same.key === shape.key ? merged(same, shape) : { ...same, count: same.count + shape.count };
  }
  return kept;
}

/**
 * @param {Shape} one
 * @param {Shape} other
 * @returns {Shape}
 */
function merged(one, other) {
  return {
    ...one, count: one.count + other.count, least: Math.min(one.least, other.least), most: Math.max(one.most, other.most),
    children: one.children.map((child, index) => ({ ...merged(child, other.children[index]), count: child.count })),
  };
}

/**
 * @param {Shape} shape
 * @param {number} depth
 * @returns {string[]}
 */
function linesOf({ line, least, most, count, children }, depth) {
  const length = most ? ` t${least === most ? most : `${least}–${most}`}` : '';
  const own = `${' '.repeat(depth)}${line}${count > 1 ? ` ×${count}` : ''}${length}`;
  return [own, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

/**
 * @param {Element} element
 * @param {Redaction} redaction
 */
function describe(element, redaction) {
  const shown = (/** @type {string} */ name) => nameShown(name, redaction);
  const tag = TAGS.has(element.localName) ? element.localName : `x-${shown(element.localName)}`;
  const id = element.id ? `#${shown(element.id)}` : '';
  const classes = [...element.classList].slice(0, MOST_NAMES).map((name) => `.${shown(name)}`).join('');
  const hooks = HOOKS.flatMap((hook) => (element.hasAttribute(hook) ? [`[${hook}=${shown(element.getAttribute(hook) ?? '')}]`] : []));
  const standard = ['itemprop', 'role'].flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    return value ? [`[${name}=${STANDARD_VALUES.has(value) ? value : redaction.alias(value)}]`] : [];
  });
  const dated = element.hasAttribute('datetime') ? '[datetime]' : '';
  const edited = element.hasAttribute('contenteditable') ? '[contenteditable]' : '';
  return [tag, id, classes, ...hooks, ...standard, dated, edited].join('');
}

/**
 * A name with its longer numbers left out, or its own number where it might be a person's.
 * @param {string} name
 * @param {Redaction} redaction
 */
function nameShown(name, redaction) {
  if (name.length > 60 || !/^[\w:./-]+$/.test(name) || /https?:|www\.|@|\.(?:com|net|org)\b/i.test(name)) return redaction.alias(name);
  const parts = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().match(/[a-z]+/g) ?? [];
  const common = parts.every((part) => part.length < 2 || MARKUP_WORDS.has(part));
  const structural = (redaction.uses.get(name) ?? 0) >= OFTEN && !saysWordsOf(name, parts, redaction.words);
  return common || structural ? name.replace(/\d{3,}/g, '#') : redaction.alias(name);
}

/**
 * @param {string} name
 * @param {string[]} parts
 * @param {Set<string>} words
 */
function saysWordsOf(name, parts, words) {
  const whole = name.toLowerCase().replace(/[^a-z]/g, '');
  const pairs = parts.map((part, index) => `${part}${parts[index + 1] ?? ''}`);
  return [whole, ...parts, ...pairs].some((part) => part.length > 1 && !MARKUP_WORDS.has(part) && words.has(part));
}
