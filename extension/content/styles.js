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

/**
 * Lend one of our sheets to the site's own document or shadow root until `signal` aborts; none of its elements changes.
 * Where the browser does not allow it, nothing happens.
 * @param {Document|ShadowRoot} root
 * @param {string} name
 * @param {AbortSignal} signal
 */
export async function lend(root, name, signal) {
  const text = await textOf(name);
  const known = sheets.get(name);
  if (signal.aborted || (known && root.adoptedStyleSheets.includes(known)) || !adopt(root, name, text)) return;
  const lent = sheets.get(name);
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== lent);
  });
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
 * @param {ShadowRoot|Document} root
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
