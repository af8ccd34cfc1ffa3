/** The sites somebody taught, beyond the marketplaces Amends knows: each read unasked only where the person allows it here. */

import { ask } from '../content/client.js';
import { say } from '../content/words.js';
import { el } from '../panel/dom.js';

/** @typedef {import('../background/shapes.js').Site} Site */

/** Show them in their section of the page, or hide that where there are none. */
export async function showTaughtSites() {
  const outcome = await ask({ kind: 'sites' });
  const sites = outcome.ok ? outcome.value : [];
  const section = /** @type {HTMLElement} */ (document.getElementById('taught'));
  section.hidden = !sites.length;
  section.querySelector('ul')?.replaceChildren(...sites.map(row));
}

/** @param {Site} site */
function row(site) {
  const { host, origin, allowed } = site;
  const change = async () => {
    // The browser asks the person itself before it allows anything.
    await (allowed ? chrome.permissions.remove({ origins: [origin] }) : chrome.permissions.request({ origins: [origin] })).catch(() => false);
    await showTaughtSites();
  };
  return el('li', {},
    el('span', { class: 'words' }, host),
    el('button', { type: 'button', 'aria-label': say(allowed ? 'siteForget' : 'siteAlways', host), onclick: () => void change() },
      say(allowed ? 'siteForgetButton' : 'siteAlwaysButton')));
}
