/** Style sheets for shadow roots: fetched once, shared by all. */

/** @type {Map<string, Promise<string>>} */
const texts = new Map();
/** @type {Map<string, string>} */
const known = new Map();
/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Dress a shadow root in files of panel/.
 * @param {ShadowRoot} root
 * @param {...string} names
 */
export async function dress(root, ...names) {
  // Nothing is waited for where all is known: what is put on a page undressed moves it.
  if (!names.every((name) => known.has(name))) await fetchSheets(...names);
  const written = names.map((name) => known.get(name) ?? '');
  if (adopt(root, names, written)) return;
  const style = document.createElement('style');
  style.textContent = written.join('\n');
  root.prepend(style);
}

/**
 * Have files of panel/ at hand, also for when the extension is no longer there to give them.
 * @param {...string} names
 */
export async function fetchSheets(...names) {
  await Promise.all(names.map(async (name) => known.set(name, await textOf(name))));
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
  const used = sheets.get(name);
  if (signal.aborted || (used && root.adoptedStyleSheets.includes(used)) || !adopt(root, [name], [text])) return;
  const lent = sheets.get(name);
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== lent);
  });
}

/** @param {string} name */
function textOf(name) {
  const asked = texts.get(name);
  if (asked) return asked;
  const text = fetch(chrome.runtime.getURL(`panel/${name}.css`)).then((answer) => answer.text());
  texts.set(name, text);
  return text;
}

/**
 * False in Firefox, whose content scripts may not set adopted sheets (bug 1751346).
 * @param {ShadowRoot|Document} root
 * @param {string[]} names
 * @param {string[]} written
 */
function adopt(root, names, written) {
  try {
    // All at once: each setting makes the browser look at the root's styles anew.
    const added = names.map((name, index) => sheetOf(name, written[index]));
    root.adoptedStyleSheets = root.adoptedStyleSheets.length ? [...root.adoptedStyleSheets, ...added] : added;
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function sheetOf(name, text) {
  const made = sheets.get(name);
  if (made) return made;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.set(name, sheet);
  return sheet;
}
