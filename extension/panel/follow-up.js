/** The follow-up owed to this reviewer, when there is one: what changed, and the words to tell them. */

import { say } from '../content/words.js';
import { draftCard } from './draft-card.js';
import { el } from './dom.js';

/** @param {import('./panel.js').Work} work */
export function followUp(work) {
  const row = el('div', { class: 'row', role: 'group', 'aria-label': say('followUpHeading') });
  const draw = () => {
    const owed = work.seen.follow_up;
    row.hidden = !owed || !['ready', 'held'].includes(owed.state);
    if (!owed || row.hidden) return;
    row.replaceChildren(el('h3', {}, headline(work)));
    if (owed.state === 'ready' && owed.text) row.append(draftCard(work, { ...owed, text: owed.text, scenario: 'fixed' }));
    else if (owed.why_not) row.append(el('p', { class: 'soft words' }, owed.why_not));
  };
  draw();
  work.entry.news.addEventListener('seen', draw, { signal: work.signal });
  return row;
}

/** @param {import('./panel.js').Work} work */
function headline({ seen }) {
  if (seen.follow_up?.state === 'held') return say('followUpHeld');
  return seen.issue?.fixed_in ? say('followUpFixedIn', seen.issue.fixed_in) : say('followUpChanged');
}
