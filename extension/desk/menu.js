/** What the toolbar button offers: read the page the person is on, now or always, the follow-ups, recurring problems, the settings. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { sayPage } from '../panel/page-words.js';
import { problemSentence } from '../panel/problem.js';

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });

async function read() {
  if (tab?.id === undefined) return;
  const outcome = await ask({ kind: 'readThisPage', tab_id: tab.id });
  if (outcome.ok) window.close();
  else at('news').textContent = outcome.problem.kind === 'failed' ? say('cannotReadThisPage') : problemSentence(outcome.problem);
}

/** Somebody taught this site: offer to read it unasked from now on. The browser itself asks before it allows that. */
async function offerSite() {
  const outcome = await ask({ kind: 'sites' });
  const host = URL.parse(tab?.url ?? '')?.hostname;
  if (!outcome.ok || !host) return;
  const site = outcome.value.find((known) => known.host === host || (known.host.startsWith('*.') && `.${host}`.endsWith(known.host.slice(1))));
  at('site').hidden = !site || site.allowed;
  if (!site) return;
  at('site-known').textContent = say('siteTaught', host);
  at('allow-site').textContent = say('siteAlways', host);
  at('allow-site').onclick = async () => {
    if (await chrome.permissions.request({ origins: [site.origin] }).catch(() => false)) await read();
  };
}

at('read').addEventListener('click', () => void read());
sayPage();
const outcome = await ask({ kind: 'status' });
if (outcome.ok) {
  const { paired, staff, address } = outcome.value;
  at('who').textContent = paired && staff ? say('pairedAs', staff.name, say(`role_${staff.role}`), address) : say('problemUnpaired');
}
await offerSite();
