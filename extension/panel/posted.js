/** Says that the reply was seen on the page and recorded, that the site still holds it back, or that recording still waits. */

import { say } from '../content/words.js';
import { el } from './dom.js';

/** @param {import('./panel.js').Work} work */
export function posted({ entry, announce, signal }) {
  const notice = el('p', { class: 'row', hidden: true });
  const draw = () => {
    notice.hidden = !entry.posted;
    if (!entry.posted) return;
    notice.className = entry.posted === 'recorded' ? 'row good' : 'row notice';
    const sentences = [say(entry.posted === 'recorded' ? 'postedRecorded' : 'postedWaiting'), entry.held ? say('postedHeld') : ''];
    notice.textContent = sentences.filter(Boolean).join(' ');
    announce(notice.textContent);
  };
  draw();
  entry.news.addEventListener('posted', draw, { signal });
  entry.news.addEventListener('draft', draw, { signal });
  return notice;
}
