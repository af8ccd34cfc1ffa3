/** Ratings drawn as stars in a row: how many of the icons look like the first, as far as markup says. */

import { HINT, hinted } from './rating-words.js';

/** @typedef {{value: number, best: number, strength: number}} Drawn */

const ICONS = new Set(['svg', 'I', 'IMG', 'SPAN', 'LI', 'DIV', 'PATH', 'B', 'LABEL']);
const EMPTY = /empty|blank|outline|off\b|grey|gray|inactive|unfilled|disabled|_o\b|-o\b|border/i;

/**
 * Up to six icons that fill a box, of which the first few look alike.
 * @param {Element} element
 * @returns {Drawn | null}
 */
export function iconRow(element) {
  const count = element.childElementCount;
  if (count < 2 || count > 6) return null;
  const icons = [...element.children];
  if (icons.some((child) => child.nodeName !== icons[0].nodeName) || !icons.every(isIcon) || (element.textContent ?? '').trim()) return null;
  return filled(icons, hinted(element));
}

/**
 * Stars written one by one, each in an element of its own: full and empty ones differ in sign or in looks.
 * @param {Element} element
 * @returns {Drawn | null}
 */
export function glyphRow(element) {
  const count = element.childElementCount;
  if (count < 2 || count > 6) return null;
  const stars = [...element.children];
  const signs = stars.map((star) => (star.childElementCount < 2 ? (star.textContent ?? '').trim() : ''));
  if (!signs.every((sign) => /^[★⭐🌟✭☆✩✰]$/u.test(sign)) || (element.textContent ?? '').replace(/[\s★⭐🌟✭☆✩✰]/gu, '')) return null;
  const full = signs.filter((sign) => /[★⭐🌟✭]/u.test(sign)).length;
  const drawn = full < count ? { value: full, best: 5 } : filled(stars, true);
  return drawn && drawn.value > 0 && drawn.value < 6 ? { ...drawn, strength: 5 } : null;
}

/**
 * Stars that stand in a row among other things, without a box of their own.
 * @param {Element} element
 * @returns {Drawn | null}
 */
export function looseIcons(element) {
  if (!isLooseStar(element) || isLooseStar(element.previousElementSibling)) return null;
  const icons = [];
  for (let here = /** @type {Element | null} */ (element); here && icons.length < 7 && isLooseStar(here); here = here.nextElementSibling) icons.push(here);
  return icons.length > 1 && icons.length < (element.parentElement?.childElementCount ?? 0) ? filled(icons, true) : null;
}

/** @param {Element | null} element */
function isLooseStar(element) {
  return element !== null && ICONS.has(element.nodeName) && /star|stern/i.test(element.getAttribute('class') ?? element.getAttribute('src') ?? '')
    && element.childElementCount < 3 && !(element.textContent ?? '').trim();
}

/**
 * How many of a row of icons look like the first.
 * @param {Element[]} icons
 * @param {boolean} named whether it stands where ratings stand
 */
function filled(icons, named) {
  const looks = icons.map(lookOf);
  const kinds = [...new Set(looks)];
  const called = named || HINT.test(looks[0]);
  if (kinds.length > 3 || (icons.length !== 5 && !called) || (icons.length !== 5 && kinds.length > 1)) return null;
  if (kinds.length === 1 && !called && !sameShape(icons)) return null;
  const changes = looks.filter((look, index) => index > 0 && look !== looks[index - 1]).length;
  if (changes > 2 || (kinds.length === 1 && EMPTY.test(kinds[0]))) return null;
  const half = kinds.length === 3 && /half|50/i.test(looks.find((look) => look !== looks[0]) ?? '') ? 0.5 : 0;
  return { value: looks.filter((look) => look === looks[0]).length + half, best: 5, strength: 3 };
}

/** @param {Element} icon */
function isIcon(icon) {
  return ICONS.has(icon.nodeName) && icon.childElementCount < 5 && icon.querySelectorAll('*').length <= 12 && (icon.matches('svg, img, i') || icon.querySelector('svg, img, i') !== null || HINT.test(icon.getAttribute('class') ?? ''));
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
