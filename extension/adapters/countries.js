/** The names of countries, asked of the browser rather than listed: beside a review they are no person's name. */

/** @type {Set<string> | null} */
let names = null;

/** @param {string} text */
export function isCountry(text) {
  names ??= allNames();
  return names.has(text.trim().toLowerCase());
}

function allNames() {
  const found = new Set();
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let code = 0; code < 676; code += 1) {
      const letters = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26));
      const name = regions.of(letters);
      if (name) found.add(name.toLowerCase());
    }
  }
  return found;
}
