/** Style sheets for shadow roots: fetched once, shared by all. */

/** @type {Map<string, Promise<string>>} */
const texts = new Map();
/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Dress a shadow root in files of panel/.
 * @param {ShadowRoot} root
 * @param {...string} names
 */
export async function dress(root, ...names) {
  for (const name of names) {
    const text = await textOf(name);
    if (!adopt(root, name, text)) {
      const style = document.createElement('style');
      style.textContent = text;
      root.prepend(style);
    }
  }
}

/** @param {string} name */
function textOf(name) {
  const known = texts.get(name);
  if (known) return known;
  const text = fetch(chrome.runtime.getURL(`panel/${name}.css`)).then((answer) => answer.text());
  texts.set(name, text);
  return text;
}

/**
 * False in Firefox, whose content scripts may not set adopted sheets (bug 1751346).
 * @param {ShadowRoot} root
 * @param {string} name
 * @param {string} text
 */
function adopt(root, name, text) {
  try {
    const sheet = sheets.get(name) ?? new CSSStyleSheet();
    if (!sheets.has(name)) sheet.replaceSync(text);
    sheets.set(name, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return true;
  } catch {
    return false;
  }
}
