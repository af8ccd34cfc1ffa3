/** Repeated blocks: which boxes of a page each hold one rating, or one date, that the others hold in the same way. */

/** @typedef {{cards: Element[]}} CardSet */

const SHIFTING = /^(?:first|last|odd|even|active|selected|current|open|hidden|visible|is-.*)$/i;
const MOST_FAMILIES = 60;

/** @type {Map<string, string>} what a class attribute looks like among neighbours, which a page repeats without end */
const LOOKS = new Map();
const MOST_LOOKS = 5_000;

/**
 * The classes of an element as its neighbours would have them: numbers and places in a list left out.
 * @param {Element} element
 */
export function signature(element) {
  const named = element.getAttribute('class') ?? '';
  return `${element.nodeName}.${named && (LOOKS.get(named) ?? lookOf(named))}`;
}

/** @param {string} named */
function lookOf(named) {
  const classes = named.split(/\s+/).filter((token) => token && !SHIFTING.test(token)).map((token) => token.replace(/\d+/g, '#'));
  const look = [...new Set(classes)].sort().join('.');
  if (LOOKS.size >= MOST_LOOKS) LOOKS.clear();
  LOOKS.set(named, look);
  return look;
}

/**
 * The steps from `root` down to `element`, as neighbours would have them.
 * @param {Element} root
 * @param {Element} element
 */
export function stepsTo(root, element) {
  const steps = [];
  for (let here = element; here !== root && here.parentElement; here = here.parentElement) steps.push(signature(here));
  return steps.reverse().join('>');
}

/**
 * Sets of boxes: of each family of anchors, the largest box around each that holds no other of the family.
 * @param {Element[]} anchors
 * @returns {CardSet[]}
 */
export function cardSets(anchors) {
  /** @type {Map<string, Element[]>} */
  const families = new Map();
  for (const anchor of anchors) {
    const own = signature(anchor);
    const keys = [own, `${own}<${anchor.parentElement ? signature(anchor.parentElement) : ''}<${tagsUp(anchor)}`];
    for (const key of keys) {
      const family = families.get(key);
      if (family) family.push(anchor);
      else families.set(key, [anchor]);
    }
  }
  const all = [...families.values(), anchors].filter((family) => family.length > 1);
  return distinct(all.sort((one, other) => other.length - one.length).slice(0, MOST_FAMILIES).map(setOf));
}

/** @param {Element} element */
function tagsUp(element) {
  const tags = [];
  for (let here = element.parentElement; here; here = here.parentElement) tags.push(here.nodeName);
  return tags.join('<');
}

/**
 * @param {Element[]} family
 * @returns {CardSet}
 */
function setOf(family) {
  const [owned, shared] = [new Set(), new Set()];
  for (const anchor of family) {
    let here = /** @type {Element | null} */ (anchor);
    for (; here && !owned.has(here); here = here.parentElement) owned.add(here);
    for (; here && !shared.has(here); here = here.parentElement) shared.add(here);
  }
  const cards = family.filter((anchor) => !shared.has(anchor)).map((anchor) => {
    let card = anchor;
    while (card.parentElement && !shared.has(card.parentElement)) card = card.parentElement;
    return card;
  });
  return { cards: [...new Set(cards)] };
}

/**
 * The sets of two or more boxes, each once.
 * @param {CardSet[]} sets
 * @returns {CardSet[]}
 */
export function distinct(sets) {
  /** @type {CardSet[]} */
  const kept = [];
  for (const set of sets.filter(({ cards }) => cards.length > 1)) {
    const same = kept.some(({ cards }) => cards.length === set.cards.length && cards.every((card, index) => card === set.cards[index]));
    if (!same) kept.push(set);
  }
  return kept;
}
