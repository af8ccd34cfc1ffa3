/** The reply being written: where it stands, putting words there, taking them back, and checking them after each pause. */

import { ask } from '../content/client.js';
import { setDraft } from '../content/drafts.js';
import { say } from '../content/words.js';

/**
 * @typedef {import('../content/entry.js').Entry} Entry
 * @typedef {import('../content/reply-place.js').ReplyPlace} ReplyPlace
 * @typedef {import('../background/shapes.js').Linted} Linted
 * @typedef {import('../background/messages.js').Problem} Problem
 * @typedef {{text: string} & ({linted: Linted} | {problem: Problem})} Checked
 */

/** Long enough to tell a pause from typing on, short enough that what is found seems to be there at once. */
const PAUSE_MS = 100;

/** One review's reply in the making. */
export class Writing {
  /**
   * @param {Entry} entry
   * @param {ReplyPlace} place
   * @param {(sentence: string) => void} announce
   * @param {AbortSignal} signal
   */
  constructor(entry, place, announce, signal) {
    this.entry = entry;
    this.place = place;
    this.announce = announce;
    this.signal = signal;
    /** Fires `checked` when `checked` changed. */
    this.news = new EventTarget();
    /** @type {Checked|null} null while nothing is written */
    this.checked = null;
    /** @type {string|null} */
    this.before = null;
    this.asked = 0;
  }

  /**
   * Put a text where replies are written; what stood there can be brought back.
   * @param {string} text
   * @param {string} [scenario]
   * @returns {Promise<string|null>} null, or the sentence that says why it could not be done
   */
  async use(text, scenario) {
    this.place.item = this.entry.item;
    const written = await this.place.write(text);
    if (!written.ok) return say(written.why, ...written.blanks);
    const now = this.place.text;
    this.before = written.before.trim() && written.before !== now ? written.before : null;
    setDraft(this.entry, now, scenario);
    this.place.box?.focus();
    this.announce(say(this.place.box === this.place.own ? 'usedOwn' : 'used'));
    return null;
  }

  /** Bring back what stood there before the last use. */
  async undo() {
    if (this.before === null) return;
    const written = await this.place.write(this.before);
    if (!written.ok) return;
    setDraft(this.entry, this.place.text);
    this.before = null;
    this.announce(say('undone'));
  }

  /**
   * Check the text after a pause; an answer about an older text is dropped.
   * @param {number} [pause]
   */
  async check(pause = PAUSE_MS) {
    this.asked += 1;
    const turn = this.asked;
    await new Promise((done) => setTimeout(done, pause));
    if (turn !== this.asked || this.signal.aborted) return;
    this.place.item = this.entry.item;
    const checked = await this.#checked(this.place.text);
    if (turn !== this.asked || this.signal.aborted) return;
    this.checked = checked;
    this.news.dispatchEvent(new Event('checked'));
  }

  /**
   * @param {string} text
   * @returns {Promise<Checked|null>}
   */
  async #checked(text) {
    if (!text.trim()) return null;
    const outcome = await ask({
      kind: 'lint', draft: text, review_id: this.entry.seen?.id ?? '', platform: this.entry.item.review.platform,
    });
    return outcome.ok ? { text, linted: outcome.value } : { text, problem: outcome.problem };
  }
}
