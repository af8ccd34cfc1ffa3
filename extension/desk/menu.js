/** What the toolbar button offers: read the page the person is on, the follow-ups, recurring problems, the settings. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { sayPage } from '../panel/page-words.js';
import { problemSentence } from '../panel/problem.js';

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

at('read').addEventListener('click', async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  const outcome = await ask({ kind: 'readThisPage', tab_id: tab.id });
  if (outcome.ok) window.close();
  else at('news').textContent = outcome.problem.kind === 'failed' ? say('cannotReadThisPage') : problemSentence(outcome.problem);
});

sayPage();
const outcome = await ask({ kind: 'status' });
if (outcome.ok) {
  const { paired, staff, address } = outcome.value;
  at('who').textContent = paired && staff ? say('pairedAs', staff.name, say(`role_${staff.role}`), address) : say('problemUnpaired');
}
