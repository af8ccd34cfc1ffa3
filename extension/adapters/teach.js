/** An adapter out of examples: somebody pointed at the parts of one review, then put right what was read wrongly. */

import { isSelector } from './selector-shape.js';
import { boxWays, touches } from './teach-boxes.js';
import { TELLING, groupOf } from './teach-cards.js';
import { dateRecipes, partWays, wordRecipes } from './teach-fields.js';
import { idOf } from './teach-ids.js';
import { placeOf } from './teach-place.js';
import { meant, ratingIn } from './teach-signs.js';
import { ownWays } from './teach-selectors.js';

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Recipe} Recipe */
/** @typedef {'text' | 'author' | 'date' | 'rating' | 'title' | 'reply' | 'reply_opener' | 'reply_box'} Part */
/**
 * What was pointed at, in one review. The first example has `text` and one more of author, date and rating; a later one may
 * hold a single part that was read wrongly there.
 * @typedef {Partial<Record<Part, Element>>} Example
 * @typedef {'text' | 'author' | 'date' | 'rating'} Missing
 *
 * Why nothing was learnt: `too little` was pointed at, its parts stand `apart` in no box of their own, what is `no review`
 * cannot be told from what is, or the parts of a `second` example are of another kind.
 * @typedef {'too little' | 'apart' | 'no review' | 'second'} Trouble
 *
 * @typedef {object} Lesson
 * @property {Example[]} examples
 * @property {Element[]} [not] boxes that are no reviews
 * @property {string} address of the page
 * @property {string} day on which it was taught, 2026-11-22
 * @property {import('./teach-place.js').Site} [site] what the person calls the site, and which part of the address is a listing's
 * @property {boolean} [lines] the page shows line ends of the text's source
 */

/** A selector for what this site does not have: an adapter must say where author and date stand. */
const NOWHERE = ':not(*)';

/**
 * The adapter that examples suggest, what it could not learn, and why there is none.
 * @param {Lesson} lesson
 * @returns {{adapter: Adapter | null, missing: Missing[], trouble: Trouble | null}}
 */
export function inferAdapter(lesson) {
  const { examples: [head, ...more], not = [] } = lesson;
  const missing = /** @type {Missing[]} */ (TELLING.filter((part) => !head?.[part]));
  if (!head?.text || missing.length > 2) return { adapter: null, missing: TELLING.filter((part) => part !== 'text'), trouble: 'too little' };
  const groups = groupsOf(lesson);
  if (!groups) return { adapter: null, missing, trouble: not.length ? 'no review' : more.some(isWhole) ? 'second' : 'apart' };
  const boxes = selectorsOf(groups, not);
  if (!boxes.length) return { adapter: null, missing, trouble: not.length ? 'no review' : 'apart' };
  const cards = groups.flatMap(({ cards: some }) => some).filter((card) => !touches(card, not));
  const learnt = learn(lesson.examples, cards, lesson);
  if (head.rating && !learnt.fields.rating) missing.push('rating');
  return { adapter: { ...placeOf(lesson.address, lesson.day, lesson.site), reviews: boxes, ...learnt }, missing, trouble: null };
}

/** @param {Example} example an example of a review, not of one part of it */
const isWhole = (example) => Boolean(example.text) && TELLING.some((part) => part !== 'text' && example[part]);

/**
 * The boxes of every kind of review that was shown; null where the parts of one stand in no box of their own.
 * @param {Lesson} lesson
 * @returns {(import('./teach-cards.js').Group & {example: Example})[] | null}
 */
function groupsOf({ examples, not = [] }) {
  const wholes = examples.filter(isWhole).map(broadened);
  /** @type {(import('./teach-cards.js').Group & {example: Example})[]} */
  const groups = [];
  for (const example of wholes) {
    const text = /** @type {Element} */ (example.text);
    if (groups.some(({ cards }) => cards.some((card) => card.contains(text)))) continue;
    const others = wholes.filter((other) => other !== example).flatMap((other) => other.text ?? []);
    const group = groupOf(example, [...others, ...not]);
    if (!group) return null;
    groups.push({ ...group, example });
  }
  return groups;
}

/**
 * The example with each part as large as it was meant.
 * @param {Example} example
 * @returns {Example}
 */
function broadened(example) {
  const parts = /** @type {[Part, Element][]} */ (Object.entries(example).filter(([, element]) => element));
  const told = parts.map(([part, element]) => ({ part, element: meant(part, element, null) }));
  // A heading may stand in the words; a name may not hold a date.
  const swallowed = told.some((one) => one.part !== 'text' && told.some((other) => one.element !== other.element && one.element.contains(other.element)));
  return swallowed ? example : Object.fromEntries(told.map(({ part, element }) => [part, element]));
}

/**
 * @param {(import('./teach-cards.js').Group & {example: Example})[]} groups
 * @param {Element[]} not
 * @returns {string[]}
 */
function selectorsOf(groups, not) {
  const each = groups.map((group) => boxWays(group, group.example, not));
  if (each.some((ways) => !ways.length)) return [];
  if (each.length === 1) return each[0];
  const shortest = each.map((ways) => [...ways].sort((one, other) => one.length - other.length)[0]);
  const joined = [each.map(([way]) => way), shortest].map((ways) => [...new Set(ways)].join(', '));
  return joined.filter(isSelector).slice(0, 1);
}

/**
 * Everything of the adapter that stands in the boxes.
 * @param {Example[]} examples
 * @param {Element[]} cards
 * @param {Lesson} lesson
 */
function learn(examples, cards, { lines }) {
  const ways = (/** @type {Part} */ part) => partWays(part, shownIn(part, examples, cards), cards);
  const [title, reply, text] = /** @type {const} */ (['title', 'reply', 'text']).map(ways);
  const rating = ratingFields(examples, ways('rating'));
  const id = idOf(cards);
  // One of the three may be missing from a site; with two of them gone too little is left to call it a review.
  const none = TELLING.filter((part) => examples[0][part]).length > 2 ? [{ select: NOWHERE }] : [];
  const written = wordRecipes(text, cards, PARTS_IN_TEXT.map(ways)).map((recipe) => ({ ...recipe, ...(lines && { keep_lines: true }) }));
  /** @type {Record<string, Recipe[]>} */
  const fields = {
    external_id: id ? [id] : [],
    author: orElse(wordRecipes(ways('author'), cards), none),
    text: written,
    posted_at: orElse(dateRecipes(ways('date'), shownIn('date', examples, cards)), none),
    rating: rating.recipes,
    title: title.map((select) => ({ select })),
  };
  const found = Object.fromEntries(Object.entries(fields).filter(([, recipes]) => recipes.length));
  const shown = reply.length ? { reply: { mark: reply.map((select) => ({ select })), text: wordRecipes(reply, cards) } } : {};
  return { fields: found, ...rating.scale, ...shown, ...doors(examples, cards) };
}

/** What may stand in the words of a review without being of them. */
const PARTS_IN_TEXT = /** @type {const} */ (['title', 'date', 'author', 'rating', 'reply']);

/**
 * @param {Recipe[]} recipes
 * @param {Recipe[]} otherwise
 */
const orElse = (recipes, otherwise) => (recipes.length ? recipes : otherwise);

/**
 * Each place where a part was pointed at, as large as it was meant, with its box.
 * @param {Part} part
 * @param {Example[]} examples
 * @param {Element[]} cards
 */
function shownIn(part, examples, cards) {
  return examples.flatMap((example) => {
    const element = example[part];
    const card = element && cards.find((one) => one !== element && one.contains(element));
    if (!element || !card) return [];
    const whole = meant(part, element, card);
    const others = Object.values(example).filter((other) => other !== element);
    return [{ card, element: part !== 'text' && others.some((other) => other && whole.contains(other)) ? element : whole }];
  });
}

/**
 * @param {Example[]} examples
 * @param {string[]} ways
 */
function ratingFields(examples, ways) {
  const shown = examples.flatMap(({ rating }) => (rating ? [meant('rating', rating, null)] : []));
  const signs = shown.flatMap((one) => ratingIn(one) ?? []);
  if (!ways.length || !signs.length) return { recipes: [], scale: {} };
  return { recipes: ways.map((select) => ({ select, call: 'shownRating' })), scale: { best: Math.max(...signs.map(({ best }) => best)) } };
}

/**
 * @param {Example[]} examples
 * @param {Element[]} cards
 */
function doors(examples, cards) {
  const [box, opener] = /** @type {const} */ (['reply_box', 'reply_opener']).map((part) => {
    const inside = partWays(part, shownIn(part, examples, cards), cards).map((select) => ({ select }));
    const outside = examples.flatMap((example) => (example[part] && !cards.some((card) => card.contains(/** @type {Element} */ (example[part]))) ? [example[part]] : []));
    return [...inside, ...outside.flatMap(onPage)].slice(0, 3);
  });
  return { ...(box.length && { reply_box: box }), ...(opener.length && { reply_opener: opener }) };
}

/**
 * @param {Element} element
 * @returns {Recipe[]}
 */
function onPage(element) {
  const ways = [...ownWays(element).map(({ way }) => way), element.localName];
  const alone = ways.filter((way) => element.ownerDocument.querySelector(way) === element);
  return alone.slice(0, 2).map((select) => ({ within: /** @type {const} */ ('page'), select }));
}
