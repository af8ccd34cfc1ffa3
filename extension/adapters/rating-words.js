/** Ratings in words: "4 out of 5", "4/5", "★★★★☆", "Rated 4", each in several languages; averages of many are none. */

/** @typedef {{value: number, best: number}} Said `best` is 0 where a number alone does not say out of how many */

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const OUT_OF = new RegExp(`(?<![\\d.,])${NUMBER}\\s*(?:\\S{1,8}\\s)?(?:out of|of|/|von|sur|de|su|van(?: de)?|av|af|z|из|üzerinden)\\s*(5|10|100)(?:[.,]0{1,2})?(?![\\d.,]*\\d)`, 'iu');
const FIVE_FIRST = new RegExp(`5(?:つ星のうち|점 만점에|分中)\\s*${NUMBER}`, 'u');
const STARS_AFTER = new RegExp(`(?<![\\d.,])([0-5](?:[.,]\\d)?)[\\s-]*(?:★|⭐|🌟|stars?|sterne?n?\\b|étoiles?|estrellas?|estrelas?|stell[ae]\\b|ster(?:ren)?\\b|stjärn|stjerne|tähte|gwiazd|звёзд|звезд|yıldız|颗星|顆星|bubbles?)`, 'iu');
const RATED = new RegExp(`^(?:rated?|rating|score|note|bewertung|valoraci[oó]n|puntuaci[oó]n|calificaci[oó]n|beoordeling|waardering|voto|valutazione|nota|betyg|ocena)\\b\\D{0,12}([0-5](?:[.,]\\d)?)(?![\\d.,]*\\d)`, 'iu');
const MANY = /\b(?:average|based on|overall|durchschnitt\w*|gesamt\w*|moyenne|promedio|media|medio|gemiddeld\w*|totaal)\b|found this|\b(?:helpful|hilfreich|nuttig|utile|útil|useful)\b|\d[\d.,\s]*\s*(?:(?:global |customer |total )?(?:reviews|ratings)|bewertungen|rezensionen|avis|reseñas|opiniones|beoordelingen|recensioni|avaliações)\b/iu;
/** What sites call the places where ratings stand. */
export const HINT = /star|rating|rate|score|bubble|stern|etoile|estrella|stjern|bewert|beoordel|ocena|valutaz|nota\b/i;
/** What else is counted out of five or ten. */
const OTHERWISE = /\b(?:priority|step|page|level|difficulty|part|episode|chapter|question|slide|progress|severity|round|rank|size|seite|schritt|teil|frage|stufe|página|paso|nivel|étape|niveau|pagina|stap|passo|livello|krok|strona|priorität|prioridad|priorité|priorità)\b/i;
const SCORE_WORD = /^(?:rating|score|rated|note|bewertung|nota|valutazione|voto|ocena|оценка|рейтинг|puntuación|calificación|valoración|beoordeling|cijfer|betyg|평점|별점|評価|評点|评分|評分)\s*:?$/iu;
const SCALE = /^\s*\/\s*(5|10)\s*$/;
const LONE = /^\d{1,2}(?:[.,]\d)?$/;

/**
 * @param {string} words
 * @returns {Said | null}
 */
export function inWords(words) {
  if (!/[\d★⭐🌟]/u.test(words) || MANY.test(words) || OTHERWISE.test(words)) return null;
  const first = FIVE_FIRST.exec(words);
  if (first) return { value: number(first[1]), best: 5 };
  const found = OUT_OF.exec(words);
  if (found) return { value: number(found[1]), best: Number(found[2]) };
  const stars = STARS_AFTER.exec(words) ?? RATED.exec(words);
  return stars && words.length < 50 ? { value: number(stars[1]), best: 5 } : null;
}

/**
 * @param {string} words
 * @returns {Said | null}
 */
export function glyphs(words) {
  const [, full, half, empty] = /^([★⭐🌟✭]*)(½?)([☆✩✰]*)$/u.exec(words.replace(/[\s\ufe0f]/g, '')) ?? [];
  const value = full ? [...full].length + (half ? 0.5 : 0) : 0;
  const all = Math.ceil(value) + [...(empty ?? '')].length;
  return all && all <= 5 && (all > 1 || value === 1) ? { value, best: 5 } : null;
}

/**
 * Stars among other words: "Ada, 3 May ★★★★☆". Fewer than five say too little there.
 * @param {string} words
 * @returns {Said | null}
 */
export function glyphsAmong(words) {
  const found = /[★⭐🌟✭☆✩✰]{5}/u.exec(words);
  return found && glyphs(found[0]);
}

/**
 * "Rated <b>4</b> out of <b>5</b>", "<b>4</b><small>/5</small>": one sentence in a few pieces.
 * @param {Element} element
 * @returns {Said | null}
 */
export function inParts(element) {
  const pieces = element.childElementCount;
  if (!pieces || pieces > 4) return null;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) if (child.childElementCount > 1) return null;
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return words.length < 40 ? inWords(words) : null;
}

/**
 * A lone number that stands beside nothing but a star or a word for ratings, or in a place named after scores.
 * @param {Element} element
 * @param {string} own
 * @param {(element: Element) => boolean} named
 * @returns {Said | null}
 */
export function loneNumber(element, own, named) {
  if (!LONE.test(own) || number(own) > 10 || number(own) === 0) return null;
  const scale = SCALE.exec(element.nextElementSibling?.textContent ?? '');
  if (scale) return { value: number(own), best: Number(scale[1]) };
  for (const around of [element, element.parentElement]) {
    if (!around || around.childElementCount > 3) continue;
    const rest = (around.textContent ?? '').replace(/[★⭐]/gu, '').replace(own, '').trim();
    if (SCORE_WORD.test(rest)) return { value: number(own), best: 0 };
    if (rest) continue;
    const drawn = number(own) <= 5 && (around.querySelector('svg, img, i') !== null || /[★⭐]/u.test(around.textContent ?? ''));
    if (drawn || named(around)) return { value: number(own), best: 0 };
  }
  return null;
}

/** @param {string} words */
export const number = (words) => Number(words.replace(',', '.'));

/** @param {Element} element */
export function hinted(element) {
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  return around.some((one) => HINT.test(`${one?.getAttribute('class') ?? ''} ${one?.getAttribute('data-testid') ?? ''}`));
}
