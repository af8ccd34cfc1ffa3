/**
 * The words of this folder, as types: what a review, an adapter and a recipe are.
 *
 * @typedef {{value: number, best: number}} Rating
 * @typedef {{text: string | null, posted_at?: string, author?: string}} Reply
 *
 * A review as the product speaks of it; only `text` is always there.
 * @typedef {object} Review
 * @property {string} text
 * @property {string} [platform]
 * @property {string} [external_id]
 * @property {string} [url]
 * @property {string} [listing]
 * @property {string} [product]
 * @property {string} [product_version]
 * @property {string} [author]
 * @property {Rating} [rating]
 * @property {string} [title]
 * @property {string} [language]
 * @property {string} [posted_at]
 * @property {Reply} [reply]
 * @property {boolean} [translated] the browser put a translator's words in the place of the writer's
 *
 * A review with the place on the page where it stands; the three functions look again each time, as pages move on.
 * @typedef {object} Item
 * @property {Review} review
 * @property {Element | null} element
 * @property {() => Element | null} replyBox
 * @property {() => Element | null} replyOpener
 * @property {() => Element | null} replyElement
 * @property {boolean} [stale] it stood there before the address changed: it is the page's before
 *
 * @typedef {object} Page
 * @property {string | null} adapter the adapter whose address this is
 * @property {'adapter' | 'structured' | 'unknown' | null} reader what read the items; null where there are none
 * @property {string | null} listing "PLATFORM:KEY"
 * @property {string} [listingName]
 * @property {Item[]} items
 * @property {number} [confidence] 0 to 1, of the reader for unknown pages: how sure it is that these are reviews
 *
 * One way to find one value. Of a field's recipes the first that gives something wins.
 * Where to look: `select` (a CSS selector inside the review; without it the review's own element), `closest` (an element
 * around the review; `next` is one right after it), `within: "page"` (look in the whole page), or no element at all:
 * `state` (a dotted path in the review's record of the page's JSON), `page_state` (a dotted path in the whole JSON; in
 * paths `*` is every part and `**` everything below), `address` (a pattern on the address).
 * What to take: `attribute`, how many match `select` in the review (`count`), else the text (with `all` of each of
 * these), without the parts matching `without`; `keep_lines` where the page shows line ends of its source. What to make
 * of it: `pattern` (its first group), `markup` (the value holds tags: its words), `moment` (a count of "s" or "ms" since
 * 1970: its date), `call` (a function of odd.js), `template` ("{}" is the value, "{origin}" the site), `is` (this value,
 * if anything was found).
 * @typedef {object} Recipe
 * @property {string} [select]
 * @property {string} [closest]
 * @property {string} [next]
 * @property {'page'} [within]
 * @property {string} [attribute]
 * @property {boolean} [count]
 * @property {boolean} [all]
 * @property {string[]} [without]
 * @property {boolean} [keep_lines]
 * @property {string} [state]
 * @property {string} [page_state]
 * @property {string} [address]
 * @property {string} [pattern]
 * @property {boolean} [markup]
 * @property {'s' | 'ms'} [moment]
 * @property {string} [call]
 * @property {string} [template]
 * @property {string | number} [is]
 *
 * @typedef {{hosts: string[], path: string}} Address
 *
 * JSON the page ships with: in one script, or, with `after`, the list of all values that scripts write behind words matching
 * that pattern. `reviews` are paths of the reviews in it (or of lists of them); with `where`, a path's value is a review only
 * where its own paths match these patterns. `id` finds a record's id, which is also the card's. `refs` is the path of
 * things that others point to by `{"__ref": NAME}`; `anchor` the id of the page's element for a review ("{}" is its id).
 * @typedef {object} State
 * @property {string} script
 * @property {string} [after]
 * @property {string[]} reviews
 * @property {Record<string, string>} [where]
 * @property {Recipe[]} id
 * @property {string} [refs]
 * @property {string} [anchor]
 *
 * @typedef {{capture: string, date: string}} Capture
 *
 * How to read one platform's pages.
 * @typedef {object} Adapter
 * @property {string} id the platform's id, and the file's name
 * @property {string} name
 * @property {Capture[]} [verified] the saved pages it was tried on
 * @property {{evidence: string[]}} [unverified] where the hooks were read instead; may stand beside `verified` for some
 * @property {Address[]} addresses
 * @property {{key: Recipe[], name?: Recipe[]}} listing
 * @property {string[]} [reviews] selectors of a review's element; the first that finds any is used
 * @property {State} [state] JSON the page ships with, read beside the cards, or instead where the page has none
 * @property {Record<string, Recipe[]>} [fields]
 * @property {number} [best] the best rating of the site's own scale
 * @property {{mark: Recipe[], text?: Recipe[], posted_at?: Recipe[], author?: Recipe[]}} [reply] the business's answer
 * @property {Recipe[]} [reply_box]
 * @property {Recipe[]} [reply_opener]
 * @property {number} [limit] characters the reply box takes
 * @property {string} [structured_id] pattern of the review's id in the page's structured data
 * @property {string[]} [notes]
 *
 * What a recipe may look at.
 * @typedef {object} Place
 * @property {Document} document
 * @property {URL} url
 * @property {Element | null} card
 * @property {unknown} record the review in the page's JSON
 * @property {unknown} state the page's JSON
 * @property {unknown} [refs] the things it points to
 * @property {Map<string, Element | null>} [around] what was found on the page around the cards in this look
 */
export {};
