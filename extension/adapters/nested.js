/** Answers that stand beside what they answer, as boxes of the same kind: a thread under a review is not more reviews. */

/**
 * The boxes without those that answer another; one that is answered is the box around it and its answers.
 * @param {Element[]} cards
 * @param {(card: Element) => boolean} isRated
 * @returns {{cards: Element[], answers: Map<Element, Element[]>}}
 */
export function withoutAnswers(cards, isRated) {
  const rated = cards.filter(isRated);
  /** @type {Map<Element, Element[]>} */
  const answers = new Map();
  if (!rated.length || rated.length === cards.length) return { cards, answers };
  const held = heldBy(rated);
  const owners = new Map(rated.filter((card) => card.parentElement && held.get(card.parentElement) === 1).map((card) => [card.parentElement, card]));
  const left = [];
  for (const card of cards) {
    const thread = isRated(card) ? null : threadOf(card, owners, held);
    if (!thread) left.push(card);
    else answers.set(thread, [...(answers.get(thread) ?? []), card]);
  }
  const whole = (/** @type {Element} */ card) => (card.parentElement && answers.has(card.parentElement) && owners.get(card.parentElement) === card ? card.parentElement : card);
  return { cards: left.map(whole), answers };
}

/**
 * How many of the boxes each element holds.
 * @param {Element[]} cards
 */
function heldBy(cards) {
  /** @type {Map<Element, number>} */
  const held = new Map();
  for (const card of cards) {
    for (let here = /** @type {Element | null} */ (card); here; here = here.parentElement) held.set(here, (held.get(here) ?? 0) + 1);
  }
  return held;
}

/**
 * The nearest box around an unrated box that holds one rated box, before it.
 * @param {Element} card
 * @param {Map<Element | null, Element>} owners
 * @param {Map<Element, number>} held
 */
function threadOf(card, owners, held) {
  for (let here = card.parentElement; here && (held.get(here) ?? 0) < 2; here = here.parentElement) {
    const owner = owners.get(here);
    if (owner) return owner.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING ? here : null;
  }
  return null;
}
