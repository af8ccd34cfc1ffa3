/**
 * What the API says, and what the worker answers to each kind of message (types only; the design's §4.1 holds the shapes).
 *
 * @typedef {{id?: string, platform?: string, external_id?: string, url?: string, listing?: string, product?: string,
 *   product_version?: string, author?: string, rating?: {value: number, best: number}, title?: string, text: string,
 *   language?: string, posted_at?: string, seen_at?: string, translated?: boolean,
 *   reply?: {text: string|null, posted_at?: string, author?: string}}} Review
 * @typedef {{id: string, title: string, symptom?: string, product?: string, state?: string, fixed_in?: string,
 *   released_on?: string}} Issue
 * @typedef {{kind: string, kinds?: string[], severity: string, scenario: string, language?: string, versions?: string[]}} Triage
 * @typedef {{issue: Issue, score: number, why: string[]}} Match
 * @typedef {{id: string, state: string, text?: string, language?: string, gloss?: Gloss, why_not?: string}} FollowUp
 * @typedef {{id: string, state: 'new'|'acknowledged'|'answered'|'closed', due_at?: string, triage: Triage, issue?: Issue,
 *   matches: Match[], follow_up?: FollowUp, answered_by?: string, changed_since_reply?: boolean,
 *   reply?: {text: string|null, posted_at?: string, author?: string}}} Seen
 * @typedef {{outcome: ''|'settled'|'closed_unresolved', tried: string, restitution: string, correction: string,
 *   verified_by: string}} CaseNotes
 * @typedef {{id: string, state: string} & Partial<CaseNotes>} Case
 * @typedef {{id: string, text: string}} Praise
 * @typedef {{id: string, platform?: string, name?: string}} Listing
 * @typedef {{start: number, end: number, text: string, label: string}} Repair
 * @typedef {{rule: string, severity: 'error'|'warning'|'advice', start: number, end: number, message: string, why: string,
 *   source: string[], policy?: {platform: string, url: string},
 *   trade?: {trade: string, why: string, url: string}, repair?: Repair}} Finding
 * @typedef {{id: string, label: string, group: string, status: 'pass'|'fail'|'n/a', why: string, source: string[]}} ChecklistItem
 * @typedef {{used: number, limit?: number|null, unit: string}} Length
 * @typedef {{findings: Finding[], checklist: ChecklistItem[], length: Length}} Linted
 * @typedef {{language: string, text: string}} Gloss
 * @typedef {{text: string, scenario: string, language: string, findings: Finding[], length: Length, source?: string,
 *   gloss?: Gloss}} Suggestion
 * @typedef {{id: string, limit?: {limit?: number|null, unit: string}|number|null, report_url?: string, warnings?: string[]}} PlatformFacts
 * @typedef {{value: string|number|boolean, unit?: string, url: string, read_on: string, verified: boolean}} Fact
 * @typedef {{id: string, name: string, limit?: Fact, replies?: Fact, editable?: Fact, links?: Fact, contact?: Fact, names?: Fact,
 *   quotation?: Fact, ask_to_amend?: Fact, report_url?: Fact, closes_edits?: Fact, reply_after_deletion?: Fact,
 *   notifies?: Fact, checked_first?: Fact}} Platform
 * @typedef {{scenario: string, suggestions: Suggestion[], why_not?: string, missing_language?: string,
 *   platform?: PlatformFacts}} Suggested
 * @typedef {{name: string, role: string}} Person
 * @typedef {{id: string, state: string, issue: Issue, review: Review & {id: string},
 *   draft?: Suggestion, why_not?: string}} OwedFollowUp
 * @typedef {{starts_on: string, reviews: number}} Week
 * @typedef {{id: string, name: string, product?: string, count: number, weeks: Week[], examples: Review[], not_linked: string[],
 *   issue?: Issue}} Pattern
 *
 * `paired` with whom and where; `listings` ours; `not_ours` those the person waved away; `waiting` replies still to be
 * recorded; `failed` those the API would not take, with its reason.
 * @typedef {{paired: boolean, address: string, staff?: Person, listings: Listing[], not_ours: string[], waiting: number,
 *   failed: {text: string, detail: string}[]}} Status
 * @typedef {{text: string, before?: string, scenario?: string, at?: number}} Draft
 *
 * An adapter the team shares; `host` as adapters name it, `origin` as the browser's permissions do.
 * @typedef {{id: string, adapter: import('../adapters/types.js').Adapter, shared_by: string, shared_at: string}} SharedAdapter
 * @typedef {{host: string, origin: string, allowed: boolean}} Site
 *
 * @typedef {object} Answers
 * @property {Status} status
 * @property {{reviews: Seen[], listings: Listing[]}} observe
 * @property {Suggested} suggestions
 * @property {Linted} lint
 * @property {{items: Issue[]}} issues
 * @property {Issue} openIssue
 * @property {{issue: Issue|string, review_id: string}} linkIssue
 * @property {null} unlinkIssue
 * @property {Case} case
 * @property {Case} noteCase
 * @property {{items: Praise[]}} praise
 * @property {Praise} approvePraise
 * @property {null} withdrawPraise
 * @property {null} draft
 * @property {Record<string, Draft>} drafts
 * @property {{recorded: boolean}} replyPosted
 * @property {Listing[]} addListing
 * @property {Listing[]} removeListing
 * @property {null} notOurs
 * @property {Listing[]} listings
 * @property {{items: OwedFollowUp[]}} followups
 * @property {{items: Pattern[]}} patterns
 * @property {Platform} platform
 * @property {{first: boolean}} firstTime
 * @property {Status} pair
 * @property {null} unpair
 * @property {{address: string, version?: string, who?: Person}} test
 * @property {null} openOptions
 * @property {null} readThisPage
 * @property {import('../adapters/types.js').Adapter[]} adaptersFor
 * @property {import('../adapters/types.js').Adapter} keepTaught  as it is kept
 * @property {SharedAdapter} share-adapter
 * @property {Site[]} sites
 */

export {};
