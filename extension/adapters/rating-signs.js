/** Signs of a rating on a page nobody described: words, stars, rows of icons, widths and class names that say how many. */

/** @typedef {{element: Element, value: number, best: number, strength: number}} RatingSign */

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const OUT_OF = new RegExp(`(?<![\\d.,])${NUMBER}\\s*(?:\\S{1,8}\\s)?(?:out of|of|/|von|sur|de|su|van(?: de)?|av|af|z|из|üzerinden)\\s*(5|10|100)(?![\\d.,]*\\d)`, 'iu');
const FIVE_FIRST = new RegExp(`5(?:つ星のうち|점 만점에|分中)\\s*${NUMBER}`, 'u');
const STARS_AFTER = new RegExp(`(?<![\\d.,])([0-5](?:[.,]\\d)?)[\\s-]*(?:★|⭐|🌟|stars?|sterne?n?\\b|étoiles?|estrellas?|estrelas?|stell[ae]\\b|ster(?:ren)?\\b|stjärn|stjerne|tähte|gwiazd|звёзд|звезд|yıldız|颗星|顆星|bubbles?)`, 'iu');
const RATED = new RegExp(`^(?:rated?|rating|score|note|bewertung|valoraci[oó]n|puntuaci[oó]n|calificaci[oó]n|beoordeling|waardering|voto|valutazione|nota|betyg|ocena)\\b\\D{0,12}([0-5](?:[.,]\\d)?)(?![\\d.,]*\\d)`, 'iu');
const MANY = /\b(?:average|based on|overall|durchschnitt\w*|gesamt\w*|moyenne|promedio|media|medio|gemiddeld\w*|totaal)\b|\d[\d.,\s]*\s*(?:(?:global |customer |total )?(?:reviews|ratings)|bewertungen|rezensionen|avis|reseñas|opiniones|beoordelingen|recensioni|avaliações)\b/iu;
const HINT = /star|rating|rate|score|bubble|stern|etoile|estrella|stjern|bewert|beoordel/i;
const NAMED = /(?:star|rating|rate|score|bubble)s?(?:[-_]{0,2}(?:value|v|large|small|medium|regular|mini|size|md|sm|lg))?[-_]{0,2}(\d{1,3})(?:[-_.](\d))?(?:[-_]?stars?)?$/i;
const ATTRIBUTES = ['aria-label', 'title', 'alt', 'content'];
const NUMBERED = ['data-rating', 'data-score', 'data-stars', 'data-star', 'data-rate', 'data-value', 'data-rateit-value', 'rating', 'value', 'score'];
const ICONS = new Set(['svg', 'I', 'IMG', 'SPAN', 'LI', 'DIV', 'PATH', 'B', 'LABEL']);
const EMPTY = /empty|blank|outline|off\b|grey|gray|inactive|unfilled|disabled|_o\b|-o\b|border/i;

/**
 * What an element itself says of a rating; null where it says none. Averages of many are no rating.
 * @param {Element} element
 * @returns {RatingSign | null}
 */
export function ratingSign(element) {
  const said = saidInWords(element) ?? drawn(element) ?? byName(element);
  if (!said || said.value > said.best || said.value < 0 || (said.value === 0 && said.best > 1)) return null;
  return { element, ...said };
}

/** @param {Element} element */
function saidInWords(element) {
  for (const name of ATTRIBUTES) {
    const words = element.getAttribute(name);
    const read = words && words.length < 80 ? inWords(words) : null;
    if (read) return { ...read, strength: 5 };
  }
  for (const name of NUMBERED) {
    const words = element.getAttribute(name);
    const value = words && /^\s*\d{1,2}(?:[.,]\d+)?\s*$/.test(words) ? number(words) : NaN;
    const named = name !== 'value' && name !== 'data-value' ? value > 0 : value > 0 && hinted(element);
    if (named && value <= 10 && element.nodeName !== 'INPUT') return { value, best: value > 5 ? 10 : 5, strength: 4 };
  }
  const own = ownText(element);
  if (!own || own.length > 40) return null;
  const read = glyphs(own) ?? inWords(own) ?? beside(element, own) ?? inParts(element);
  return read && { ...read, strength: 4 };
}

/**
 * "4 out of 5", "4/5", "4 stars", "Rated 4", each in several languages.
 * @param {string} words
 * @returns {{value: number, best: number} | null}
 */
function inWords(words) {
  if (MANY.test(words)) return null;
  const first = FIVE_FIRST.exec(words);
  if (first) return { value: number(first[1]), best: 5 };
  const found = OUT_OF.exec(words);
  if (found) return { value: number(found[1]), best: Number(found[2]) };
  const stars = STARS_AFTER.exec(words) ?? RATED.exec(words);
  return stars && words.length < 50 ? { value: number(stars[1]), best: 5 } : null;
}

/** @param {string} words */
function glyphs(words) {
  const stars = words.replace(/[\s\ufe0f]/g, '');
  if (!/^(?:[★⭐🌟✭]*[☆✩✰]*)$/u.test(stars) || !stars) return null;
  const all = [...stars];
  const value = all.filter((star) => /[★⭐🌟✭]/u.test(star)).length;
  return all.length <= 5 && (all.length > 1 || value === 1) ? { value, best: 5 } : null;
}

/** @param {Element} element "Rated <b>4</b> out of <b>5</b>" */
function inParts(element) {
  if (!element.children.length || element.querySelectorAll('*').length > 6) return null;
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return words.length < 40 ? inWords(words) : null;
}

/**
 * A lone number that stands beside nothing but a star.
 * @param {Element} element
 * @param {string} own
 */
function beside(element, own) {
  if (!/^[1-5](?:[.,]\d)?$/.test(own)) return null;
  for (const around of [element, element.parentElement]) {
    if (!around || (around.textContent ?? '').replace(/[★⭐]/gu, '').trim() !== own) continue;
    const icon = around.querySelector('svg, img, i');
    if (icon || /[★⭐]/u.test(around.textContent ?? '') || HINT.test(around.getAttribute('class') ?? '')) {
      return { value: number(own), best: 5 };
    }
  }
  return null;
}

/**
 * Five icons in a row, of which the first few look alike; or a bar cut off at a percentage.
 * @param {Element} element
 */
function drawn(element) {
  const style = element.getAttribute('style') ?? '';
  const width = /(?:^|[;\s])width:\s*(\d{1,3}(?:\.\d+)?)%/i.exec(style);
  if (width && hinted(element)) return { value: Math.round(Number(width[1])) / 20, best: 5, strength: 3 };
  const property = /--[\w-]*(?:rating|stars?|score)[\w-]*:\s*([0-5](?:\.\d+)?)\s*(?:;|$)/i.exec(style);
  if (property) return { value: Number(property[1]), best: 5, strength: 3 };
  return iconRow(element);
}

/** @param {Element} element */
function iconRow(element) {
  const row = [...element.children];
  if (row.length < 2 || row.length > 6 || (element.textContent ?? '').trim()) return null;
  const icons = row.filter((child) => ICONS.has(child.nodeName) && child.nodeName === row[0].nodeName);
  if (icons.length !== row.length || !icons.every(isIcon)) return null;
  const looks = icons.map(lookOf);
  const kinds = [...new Set(looks)];
  const named = hinted(element) || HINT.test(looks[0]);
  if (kinds.length > 3 || (icons.length !== 5 && !named) || (icons.length !== 5 && kinds.length > 1)) return null;
  if (kinds.length === 1 && !named && !sameShape(icons)) return null;
  const changes = looks.filter((look, index) => index > 0 && look !== looks[index - 1]).length;
  if (changes > 2 || (kinds.length === 1 && EMPTY.test(kinds[0]))) return null;
  const half = kinds.length === 3 && /half|50/i.test(looks.find((look) => look !== looks[0]) ?? '') ? 0.5 : 0;
  return { value: looks.filter((look) => look === looks[0]).length + half, best: 5, strength: 3 };
}

/** @param {Element} icon */
function isIcon(icon) {
  return icon.querySelectorAll('*').length <= 12 && (icon.matches('svg, img, i') || icon.querySelector('svg, img, i') !== null || HINT.test(icon.getAttribute('class') ?? ''));
}

/** @param {Element} icon how it looks, as far as markup says: classes, pictures, fills */
function lookOf(icon) {
  return [icon, ...icon.querySelectorAll('*')].slice(0, 12)
    .map((part) => ['class', 'src', 'fill', 'href', 'xlink:href', 'style', 'stroke', 'alt'].map((name) => part.getAttribute(name) ?? '').join(' '))
    .join('|').replace(/url\(#[^)]*\)|#[\w-]*\d{3,}[\w-]*\b(?=\))/g, '').slice(0, 600);
}

/** @param {Element[]} icons */
function sameShape(icons) {
  const shapes = new Set(icons.map((icon) => icon.querySelector('path, polygon')?.getAttribute('d') ?? icon.getAttribute('src') ?? ''));
  return shapes.size === 1 && !shapes.has('');
}

/** @param {Element} element a class such as "star-4" or "bubble_45", unless its neighbours carry the other numbers */
function byName(element) {
  for (const token of element.classList) {
    const found = NAMED.exec(token);
    const value = found ? scaled(Number(found[1]), found[2]) : 0;
    if (value && !numberedNeighbours(element, token)) return { value, best: 5, strength: 2 };
  }
  return thumb(element);
}

/**
 * @param {number} whole
 * @param {string | undefined} part
 */
function scaled(whole, part) {
  if (whole <= 5) return part === undefined ? whole : whole + Number(`0.${part}`);
  if (whole <= 50 && whole % 5 === 0) return whole / 10;
  return whole <= 100 && whole % 10 === 0 ? whole / 20 : 0;
}

/**
 * @param {Element} element
 * @param {string} token
 */
function numberedNeighbours(element, token) {
  const stem = token.replace(/\d+/g, '');
  return [element.previousElementSibling, element.nextElementSibling].some((neighbour) =>
    [...(neighbour?.classList ?? [])].some((other) => other !== token && other.replace(/\d+/g, '') === stem));
}

/** @param {Element} element a thumb drawn beside a review, not the button that asks whether it helped */
function thumb(element) {
  if (element.nodeName !== 'IMG' || element.closest('button, [role="button"], label')) return null;
  const found = /thumbs?[-_ ]?(up|down)/i.exec(element.getAttribute('src') ?? '');
  return found && { value: found[1].toLowerCase() === 'up' ? 1 : 0, best: 1, strength: 1 };
}

/** @param {Element} element */
function hinted(element) {
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  return around.some((one) => HINT.test(`${one?.getAttribute('class') ?? ''} ${one?.getAttribute('data-testid') ?? ''}`));
}

/** @param {Element} element */
export function ownText(element) {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += /** @type {Text} */ (node).data;
  return text.replace(/\s+/g, ' ').trim();
}

/** @param {string} words */
const number = (words) => Number(words.replace(',', '.'));
