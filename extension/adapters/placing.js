/** Where on the page a declared review is shown, so that what we add stands beside it. */

/** @typedef {import('./types.js').Item} Item */

const KEY = 10;
const COMPARED = 60;
const LOOKED_AT = 300;
const STEPS_UP = 8;
const LONGEST = 100_000;
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA']);

/**
 * Give each item without an element the card that shows its words, where there is one: one pass over the page's text.
 * @param {Document} document
 * @param {{item: Item, anchor?: string}[]} found
 */
export function placeItems(document, found) {
  const homeless = found.filter(({ item }) => !item.element);
  if (!homeless.length || !document.body) return;
  for (const { item, anchor } of homeless) {
    if (anchor) item.element = document.getElementById(anchor);
  }
  placeAroundAnchors(homeless.map(({ item }) => item).filter((item) => item.element));
  const probes = probesOf(homeless.map(({ item }) => item).filter((item) => !item.element));
  if (probes.size) placeByWords(document, probes);
}

/**
 * What a review names may be one line of its card.
 * @param {Item[]} items
 */
function placeAroundAnchors(items) {
  const anchors = countsOf(new Set(items.map(({ element }) => /** @type {Element} */ (element))));
  for (const item of items) {
    const anchor = /** @type {Element} */ (item.element);
    const words = squeezed(item.review.text.slice(0, LOOKED_AT)).slice(0, COMPARED);
    item.element = cardAround(anchor, anchors, item.review.author, words);
  }
}

/**
 * The items by the first few characters of their words.
 * @param {Item[]} items
 * @returns {Map<string, {item: Item, words: string}[]>}
 */
function probesOf(items) {
  const probes = new Map();
  for (const item of items) {
    const words = squeezed(item.review.text.slice(0, LOOKED_AT)).slice(0, COMPARED);
    const key = words.slice(0, KEY);
    if (key.length === KEY) probes.set(key, [...(probes.get(key) ?? []), { item, words }]);
  }
  return probes;
}

/**
 * @param {Document} document
 * @param {ReturnType<typeof probesOf>} probes
 */
function placeByWords(document, probes) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  /** @type {Map<Item, Element>} */
  const spots = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const data = /** @type {Text} */ (node).data;
    if (!parent || data.length < KEY || SKIPPED.has(parent.tagName)) continue;
    // What is shown may be cut short, or be only the first line.
    const begun = squeezed(data.slice(0, COMPARED));
    if (begun.length >= KEY && !probes.has(begun.slice(0, KEY))) continue;
    const shown = squeezed(data.slice(0, LOOKED_AT)).slice(0, COMPARED).replace(/(?:…|\.\.\.)$/, '');
    const found = probes.get(shown.slice(0, KEY))?.find(({ item, words }) => !spots.has(item) && alike(words, shown));
    if (found) spots.set(found.item, parent);
  }
  const taken = countsOf(new Set(spots.values()));
  for (const [item, spot] of spots) item.element = cardAround(spot, taken, item.review.author, '');
}

/**
 * @param {string} words
 * @param {string} shown
 */
function alike(words, shown) {
  return words.startsWith(shown) || shown.startsWith(words);
}

/**
 * How many of these stand in each element around them.
 * @param {Set<Element>} spots
 */
function countsOf(spots) {
  /** @type {Map<Element, number>} */
  const counts = new Map();
  for (const spot of spots) {
    for (let here = /** @type {Element | null} */ (spot); here; here = here.parentElement) counts.set(here, (counts.get(here) ?? 0) + 1);
  }
  return counts;
}

/**
 * The smallest box around a place that has a review's words and its author's name, but no other review.
 * @param {Element} spot
 * @param {Map<Element, number>} spots  how many stand in an element
 * @param {string | undefined} author
 * @param {string} words
 * @returns {Element}
 */
function cardAround(spot, spots, author, words) {
  let card = spot;
  for (let step = 0; step < STEPS_UP && !hasBoth(card, author, words); step += 1) {
    const outer = card.parentElement;
    if (!outer || ['BODY', 'HTML', 'MAIN'].includes(outer.tagName)) break;
    if ((spots.get(outer) ?? 0) > 1) break;
    card = outer;
  }
  return card;
}

/**
 * @param {Element} card
 * @param {string | undefined} author
 * @param {string} words
 */
function hasBoth(card, author, words) {
  const shown = (card.textContent ?? '').slice(0, LONGEST);
  return author !== undefined && shown.includes(author) && (!words || squeezed(shown).includes(words));
}

/** @param {string} text whatever the spaces, and the signs that writing systems for the web make finer */
function squeezed(text) {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  return /^[!-~]*$/.test(plain) ? plain : plain
    .replace(/[‐-―]/g, '-').replace(/[‘’‚′]/g, "'").replace(/[“”„″]/g, '"').replace(/×/g, 'x').replace(/…/g, '...');
}
