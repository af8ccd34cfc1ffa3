/** Where on the page a declared review is shown, so that what we add stands beside it. */

/** @typedef {import("./types.js").Item} Item */

const PROBE = 24;
const SHORTEST_PROBE = 10;
const STEPS_UP = 8;
const SKIPPED = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TEXTAREA"]);

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
  const probes = probesOf(homeless.map(({ item }) => item).filter((item) => !item.element));
  if (probes.size) placeByWords(document, probes);
}

/**
 * The first characters of each item's words, or its author's name where it has no words.
 * @param {Item[]} items
 * @returns {Map<string, Item[]>}
 */
function probesOf(items) {
  const probes = new Map();
  for (const item of items) {
    const probe = squeezed(item.review.text).slice(0, PROBE);
    if (probe.length >= SHORTEST_PROBE) probes.set(probe, [...(probes.get(probe) ?? []), item]);
  }
  return probes;
}

/**
 * @param {Document} document
 * @param {Map<string, Item[]>} probes
 */
function placeByWords(document, probes) {
  const lengths = [...new Set([...probes.keys()].map((probe) => probe.length))];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  /** @type {Map<Item, Element>} */
  const spots = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const data = /** @type {Text} */ (node).data;
    if (!parent || data.length < SHORTEST_PROBE || SKIPPED.has(parent.tagName)) continue;
    const start = squeezed(data.slice(0, PROBE * 8));
    for (const length of lengths) {
      const item = probes.get(start.slice(0, length))?.find((candidate) => !spots.has(candidate));
      if (item) spots.set(item, parent);
    }
  }
  const taken = new Set(spots.values());
  for (const [item, spot] of spots) item.element = cardAround(spot, taken, item.review.author);
}

/**
 * The smallest box around a review's words that also has its author's name, but no other review.
 * @param {Element} spot
 * @param {Set<Element>} spots
 * @param {string | undefined} author
 * @returns {Element}
 */
function cardAround(spot, spots, author) {
  let card = spot;
  for (let step = 0; step < STEPS_UP; step += 1) {
    const outer = card.parentElement;
    if (!outer || ["BODY", "HTML", "MAIN"].includes(outer.tagName)) break;
    if ([...spots].some((other) => other !== spot && outer.contains(other))) break;
    card = outer;
    if (author && (card.textContent ?? "").includes(author)) break;
  }
  return card;
}

/** @param {string} text */
function squeezed(text) {
  return text.replace(/\s+/g, "").toLowerCase();
}
