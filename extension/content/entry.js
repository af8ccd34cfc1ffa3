/** One review on the page, for as long as the visit lasts: what was read, what the API said, what is being written. */

/**
 * @typedef {import('../adapters/types.js').Item} Item
 * @typedef {import('../background/shapes.js').Seen} Seen
 *
 * `before` is the reply that stood there when the draft was begun: seeing that one again is no news.
 * `last` is what stood in the box before it was emptied.
 * @typedef {{text: string, last?: string, scenario?: string, before?: string}} Draft
 *
 * `item` stays the same object while what it says is renewed: whoever has it sees the review where it stands now, and no
 * element where it is not on the page. `read` is what it was renewed from; `print` tells whether the page's review changed
 * since it was `asked` about; `news` fires `seen`, `draft` and `posted`.
 * @typedef {object} Entry
 * @property {string} key
 * @property {Item} item
 * @property {Item|null} read
 * @property {number} asked
 * @property {string} print
 * @property {Seen|null} seen
 * @property {HTMLElement|null} chip
 * @property {Draft|null} draft
 * @property {'recorded'|'waiting'|null} posted
 * @property {boolean} [held] the site shows the posted reply only once it was looked at
 * @property {EventTarget} news
 */

/**
 * Which review this is: the platform's id, or who wrote what when.
 * @param {Item} item
 */
export function keyOf({ review }) {
  return review.external_id ?? JSON.stringify([review.author, review.posted_at, review.text.slice(0, 500)]);
}

/**
 * @param {Item} item
 * @returns {Entry}
 */
export function entryFor(item) {
  return { key: keyOf(item), item: { ...item }, read: null, print: '', asked: 0, seen: null, chip: null, draft: null, posted: null, news: new EventTarget() };
}

/**
 * Tell whoever shows this entry that something changed.
 * @param {Entry} entry
 * @param {'seen'|'draft'|'posted'} what
 */
export function tellNews(entry, what) {
  entry.news.dispatchEvent(new Event(what));
}
