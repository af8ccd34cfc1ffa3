/** The reviewer's words, out of a box whose lines have been told apart: all of them, without labels and "read more". */

import { plain } from './slots.js';
import { textOf } from './text.js';

/** @typedef {import('./slots.js').Box} Box */
/** @typedef {import('./slots.js').Slot} Slot */
/** @typedef {import('./unknown-fields.js').Shape} Shape */

const MORE = /\s*(?:(?:…|\.\.\.)\s*more|(?:…|\.\.\.)?\s*(?:read|show|see) (?:more|less|full review)|mehr (?:anzeigen|lesen)|weiterlesen|lire la suite|voir plus|(?:leer|ver|mostrar) más|lees (?:meer|verder)|leggi (?:tutto|di più)|mostra altro|ler mais|czytaj (?:więcej|dalej)|pokaż więcej|rozwiń|читать (?:далее|дальше|полностью)|показать (?:полностью|ещё)|続きを読む|もっと見る|展开|展開|查看(?:更多|全文)|全文|더\s?보기|펼치기|(?:visa|läs) mer|(?:vis|læs) mere|devamını oku|meer (?:lezen|weergeven)|toon meer|more)\s*[.…»›>]*$/iu;

/** So much of a text begins it alone. */
const LEAST_START = 20;

/**
 * The line of a box at a place, or at one that ends alike.
 * @param {Box} box
 * @param {Slot} slot
 */
export function leafAt(box, { slot }) {
  const free = box.leaves.filter((leaf) => !leaf.reply && !leaf.sign);
  const near = free.find((leaf) => leaf.slot === slot) ?? free.find((leaf) => tail(leaf.slot) === tail(slot));
  if (near) return near;
  const bare = free.filter((leaf) => tags(leaf.slot) === tags(slot));
  return bare.length === 1 ? bare[0] : undefined;
}

/** @param {string} slot the last steps of a way: boxes of another make often end alike */
const tail = (slot) => slot.split('>').slice(-2).join('>');

/** @param {string} slot */
const tags = (slot) => slot.replace(/\.[^>]*/g, '');

/**
 * The reviewer's words: their place, and the box around it as long as that holds nothing but more of them.
 * @param {Box} box
 * @param {Shape} shape
 */
export function proseIn(box, shape) {
  if (!shape.prose) return '';
  const leaf = fullest(box, shape) ?? loose(box, shape);
  if (!leaf) return '';
  if (leaf.mixed) return unfolded(looseIn(box, leaf, shape).replace(MORE, '').trim());
  let element = leaf.element;
  const others = box.leaves.filter((other) => !isProse(other, shape));
  while (element !== box.card && element.parentElement && element.parentElement !== box.card) {
    const outer = element.parentElement;
    if (others.some((other) => outer.contains(other.element)) || [...box.marks.keys()].some((mark) => outer.contains(mark))) break;
    element = outer;
  }
  return unfolded(textOf(element).replace(MORE, '').trim());
}

/**
 * Of a shortened text and the whole that follow each other, the whole.
 * @param {string} text
 */
function unfolded(text) {
  const start = text.slice(0, LEAST_START);
  const again = text.length > LEAST_START * 2 ? text.indexOf(start, LEAST_START) : -1;
  if (again < 0) return text;
  const [one, other] = [text.slice(0, again), text.slice(again)].map((part) => part.replace(MORE, '').trim());
  const [short, whole] = one.length < other.length ? [one, other] : [other, one];
  return plain(whole).startsWith(plain(short.replace(/(?:…|\.{3})$/, '')).trim()) ? whole : text;
}

/**
 * Loose words with the headings and quotations that stand among them, without dates and labels.
 * @param {Box} box
 * @param {import('./leaves.js').Leaf} leaf
 * @param {Shape} shape
 */
function looseIn(box, leaf, { name, title, labels }) {
  const belongs = (/** @type {import('./leaves.js').Leaf} */ other) =>
    leaf.element.contains(other.element) && !other.sign && !other.button && !other.reply && !labels.has(other.slot);
  const parts = box.leaves.filter((other) => other === leaf || (belongs(other) && other.slot !== name?.slot && other.slot !== title?.slot));
  return parts.map(({ text }) => text).join('\n');
}

/**
 * @param {import('./leaves.js').Leaf} leaf
 * @param {Shape} shape
 */
function isProse(leaf, { prose, name, title, labels }) {
  if (leaf.reply || leaf.button || leaf.sign || labels.has(leaf.slot)) return false;
  return leaf.slot === prose?.slot || (leaf.slot !== name?.slot && leaf.slot !== title?.slot && MORE.test(leaf.text) === false && leaf.text.length > 60);
}

/**
 * Where a shortened text and the whole both stand on the page, the whole.
 * @param {Box} box
 * @param {Shape} shape
 */
function fullest(box, shape) {
  const leaf = shape.prose && leafAt(box, shape.prose);
  if (!leaf) return undefined;
  const start = plain(leaf.text.replace(MORE, '').replace(/[…. ]+$/, '')).slice(0, 80);
  return box.leaves.find((other) => !other.reply && other.text.length > leaf.text.length && start.length > 15 && plain(other.text).startsWith(start)) ?? leaf;
}

/**
 * @param {Box} box
 * @param {Shape} shape
 */
function loose(box, shape) {
  return box.leaves.filter((leaf) => isProse(leaf, shape) && ![...box.marks.keys()].some((mark) => leaf.element.contains(mark)))
    .sort((one, other) => other.text.length - one.text.length)[0];
}
