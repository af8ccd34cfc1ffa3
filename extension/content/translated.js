/** A browser may translate a page under our eyes: whose words those are then. */

/** @typedef {import('../adapters/types.js').Review} Review */

/** The words a translator changes. */
const WORDS = /** @type {const} */ (['author', 'title', 'text', 'product']);

/**
 * Did Google Translate or Edge put its own words into this page?
 * @param {Document} document
 */
export function isTranslated({ documentElement: html }) {
  return Boolean(html && (/(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/.test(html.className) || html.querySelector('[_msttexthash]')));
}

/**
 * A review of a translated page with the words it had before that, or else marked as translated.
 * @param {Review} review
 * @param {Review|null} before  what was read and sent before
 * @returns {Review}
 */
export function untranslated(review, before) {
  if (!before) return { ...review, translated: true };
  const kept = WORDS.flatMap((name) => (name in before ? [[name, before[name]]] : []));
  const reply = review.reply && before.reply?.text ? { ...review.reply, text: before.reply.text } : review.reply;
  return { ...review, ...Object.fromEntries(kept), ...(reply && { reply }), ...(before.translated && { translated: true }) };
}
