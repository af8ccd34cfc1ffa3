/** The one speaker of the worker's messages, for pages, panel, options and desk. */

/**
 * @typedef {import('../background/messages.js').Message} Message
 * @typedef {import('../background/messages.js').Kind} Kind
 * @typedef {import('../background/messages.js').Problem} Problem
 * @typedef {import('../background/shapes.js').Answers} Answers
 */

/**
 * Ask the worker; a message lost with a worker that was stopped is asked once more.
 * @template {Kind} K
 * @param {Extract<Message, {kind: K}>} message
 * @returns {Promise<import('../background/messages.js').Outcome<Answers[K]>>}
 */
export async function ask(message) {
  for (const last of [false, true]) {
    try {
      const outcome = await chrome.runtime.sendMessage(message);
      if (outcome) return outcome;
    } catch (error) {
      // Whoever shows something on this page is told that nobody will answer any more.
      if (!chrome.runtime?.id) document.dispatchEvent(new Event('amends:outlived'));
      if (last || !chrome.runtime?.id) return { ok: false, problem: { kind: 'failed', detail: String(error) } };
    }
  }
  return { ok: false, problem: { kind: 'failed', detail: 'The extension did not answer; reload the page.' } };
}
