/** Says who has answered this review, before anybody writes, and at once when a colleague did it meanwhile. */

import { sameWords } from '../content/insert.js';
import { day, say } from '../content/words.js';
import { el, words } from './dom.js';

/**
 * @typedef {import('./panel.js').Work} Work
 * @typedef {{text: string|null, author?: string, posted_at?: string}} Answer
 */

/** What was asked this long ago is asked again when somebody begins to answer. */
const STALE_MS = 20_000;

/** @param {Work} work */
export function answered(work) {
  const { entry, signal } = work;
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('answeredHeading'), hidden: true });
  const first = answerOf(work);
  let told = first;
  const draw = () => {
    const answer = entry.posted ? null : answerOf(work);
    const news = answer && !same(answer, first) && !isDraft(work, answer) ? answer : null;
    row.hidden = !answer || isDraft(work, answer);
    row.replaceChildren(...(answer ? shown(answer, Boolean(news)) : []));
    if (news && !same(news, told)) work.announce(`${say('answeredMeanwhile')} ${headline(news)}`);
    told = answer;
  };
  draw();
  for (const kind of ['seen', 'posted']) entry.news.addEventListener(kind, draw, { signal });
  // A page open since the morning does not know what a colleague did at noon.
  if (Date.now() - (entry.asked ?? 0) > STALE_MS) void work.refresh();
  return row;
}

/**
 * The page's own answer, or the one a colleague's Amends has recorded and this page does not show yet.
 * @param {Work} work
 * @returns {Answer|null}
 */
function answerOf({ entry: { item: { review } }, seen }) {
  const answer = review.reply ?? (seen.reply || seen.answered_by ? { text: null, ...seen.reply } : null);
  return answer && { ...answer, author: seen.answered_by ?? answer.author };
}

/**
 * @param {Work} work
 * @param {Answer} answer
 */
function isDraft({ entry: { draft } }, { text }) {
  return Boolean(draft && text && [draft.text, draft.last ?? ''].some((mine) => mine && sameWords(mine, text)));
}

/**
 * @param {Answer|null} one
 * @param {Answer|null} other
 */
const same = (one, other) => Boolean(one) === Boolean(other) && sameWords(one?.text ?? '', other?.text ?? '');

/**
 * @param {Answer} answer
 * @param {boolean} isNews
 */
function shown(answer, isNews) {
  return [el('div', { class: isNews ? 'notice' : 'soft' },
    isNews && el('p', {}, el('b', {}, say('answeredMeanwhile'))),
    el('p', {}, headline(answer), ' ', say('answeredThen')),
    answer.text && el('details', {}, el('summary', {}, say('answeredShow')), el('p', {}, words(answer.text))))];
}

/** @param {Answer} answer */
function headline({ author, posted_at: at }) {
  const who = author ? say('answeredBy', `\u2068${author.slice(0, 60)}\u2069`) : say('answeredPlain');
  return at && !Number.isNaN(Date.parse(at)) ? `${who} (${day(at)}).` : `${who}.`;
}
