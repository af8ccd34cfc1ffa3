/** Is the page light or dark where we stand? Its own background decides, not the system's wish. */

const DARK_BELOW = 0.4;

/** @typedef {'light'|'dark'} Theme */

/**
 * `light` or `dark`, from the first background that is not see-through around an element.
 * @param {Element|null} place
 * @param {Map<Element, Theme|null>} [known]  the backgrounds seen in the same look, null where one is see-through
 * @returns {Theme}
 */
export function themeAt(place, known = new Map()) {
  for (let around = place ?? document.body; around; around = /** @type {Element} */ (around.parentElement)) {
    let theme = known.get(around);
    if (theme === undefined) known.set(around, (theme = backgroundOf(around)));
    if (theme) return theme;
  }
  // No background anywhere: the canvas shows, which is dark only where the page says it can be.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** @param {Element} element */
function backgroundOf(element) {
  const shade = lightness(getComputedStyle(element).backgroundColor);
  return shade === null ? null : shade < DARK_BELOW ? 'dark' : 'light';
}

/**
 * Perceived lightness 0–1 of a computed colour, null when it is (nearly) see-through.
 * @param {string} colour
 */
function lightness(colour) {
  const numbers = colour.match(/[\d.]+/g)?.map(Number);
  if (!numbers || numbers.length < 3) return null;
  const [red, green, blue, alpha = 1] = numbers;
  if (alpha < 0.5) return null;
  const most = colour.startsWith('rgb') ? 255 : 1;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / most;
}
