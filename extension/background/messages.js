/**
 * Every message a page, the panel, the options page or the desk may send to the worker, as one typed list.
 *
 * @typedef {import('./shapes.js').Review} Review
 * @typedef {import('./shapes.js').Answers} Answers
 *
 * @typedef {{kind: 'status'}} AskStatus
 * @typedef {{kind: 'observe', page_url: string, reviews: Review[]}} AskObserve
 * @typedef {{kind: 'suggestions', review_id: string, count?: number}} AskSuggestions
 * @typedef {{kind: 'lint', draft: string, review_id: string, platform?: string}} AskLint
 * @typedef {{kind: 'issues', q?: string}} AskIssues
 * @typedef {{kind: 'openIssue', key: string, title: string, symptom?: string, product?: string, review_id?: string,
 *   review_ids?: string[]}} AskOpenIssue
 * @typedef {{kind: 'linkIssue', issue_id: string, review_id: string}} AskLinkIssue
 * @typedef {{kind: 'unlinkIssue', issue_id: string, review_id: string}} AskUnlinkIssue
 * @typedef {{kind: 'case', review_id: string}} AskCase
 * @typedef {{kind: 'noteCase', review_id: string} & import('./shapes.js').CaseNotes} AskNoteCase
 * @typedef {{kind: 'praise', review_id: string}} AskPraise
 * @typedef {{kind: 'approvePraise', review_id: string, text: string}} AskApprovePraise
 * @typedef {{kind: 'withdrawPraise', review_id: string}} AskWithdrawPraise
 * @typedef {{kind: 'draft', review_id: string, text: string, before?: string, scenario?: string}} AskDraft
 * @typedef {{kind: 'drafts', review_ids: string[]}} AskDrafts
 * @typedef {{kind: 'replyPosted', review_id: string, text: string, posted_at: string, scenario?: string}} AskReplyPosted
 * @typedef {{kind: 'addListing', id: string, platform: string, name?: string}} AskAddListing
 * @typedef {{kind: 'removeListing', id: string}} AskRemoveListing
 * @typedef {{kind: 'notOurs', listing: string}} AskNotOurs
 * @typedef {{kind: 'listings'}} AskListings
 * @typedef {{kind: 'followups', state?: string}} AskFollowups
 * @typedef {{kind: 'patterns'}} AskPatterns
 * @typedef {{kind: 'platform', id: string}} AskPlatform
 * @typedef {{kind: 'firstTime', what: string}} AskFirstTime
 * @typedef {{kind: 'pair', address: string, code: string}} AskPair
 * @typedef {{kind: 'unpair'}} AskUnpair
 * @typedef {{kind: 'test', address?: string}} AskTest
 * @typedef {{kind: 'openOptions'}} AskOpenOptions
 * @typedef {{kind: 'adaptersFor', url: string}} AskAdaptersFor
 * @typedef {{kind: 'keepTaught', adapter: import('../adapters/types.js').Adapter}} AskKeepTaught
 * @typedef {{kind: 'share-adapter', adapter: import('../adapters/types.js').Adapter}} AskShareAdapter
 * @typedef {{kind: 'sites'}} AskSites
 * @typedef {{kind: 'readThisPage', tab_id: number}} AskReadThisPage
 *
 * @typedef {AskStatus | AskObserve | AskSuggestions | AskLint | AskIssues | AskOpenIssue | AskLinkIssue | AskUnlinkIssue
 *   | AskCase | AskNoteCase | AskPraise | AskApprovePraise | AskWithdrawPraise | AskDraft | AskDrafts | AskReplyPosted | AskAddListing | AskRemoveListing | AskNotOurs | AskListings | AskFollowups
 *   | AskPatterns | AskPlatform | AskFirstTime
 *   | AskPair | AskUnpair | AskTest | AskOpenOptions | AskReadThisPage
 *   | AskAdaptersFor | AskKeepTaught | AskShareAdapter | AskSites} Message
 *
 * @typedef {Message['kind']} Kind
 *
 * What went wrong, for a sentence: `offline` (nobody answers there), `unpaired` (no token), `refused` (the token is not
 * accepted), `forbidden` (the role may not), `invalid` (the API said why in `detail`), `failed` (anything else).
 * @typedef {{kind: 'offline'|'unpaired'|'refused'|'forbidden'|'invalid'|'failed', address?: string, detail?: string}} Problem
 */

/**
 * @template T
 * @typedef {{ok: true, value: T} | {ok: false, problem: Problem}} Outcome
 */

/** The messages only the extension's own pages may send: a content script shares a process with a stranger's page. */
export const OWN_PAGES_ONLY = new Set(/** @type {Kind[]} */ (['pair', 'unpair', 'test', 'removeListing', 'listings', 'followups', 'patterns', 'readThisPage', 'sites']));
