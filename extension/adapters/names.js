/** Which place of repeated boxes holds the reviewer's name, and what of a line is the name. */

import { isCountry } from './countries.js';
import { HEADING, PLACE, best, lastName, namesOf } from './slots.js';

/** @typedef {import('./slots.js').Slot} Slot */
/** @typedef {import('./slots.js').Box} Box */

const PERSON = /author|user|name|reviewer|customer|profile|member|nick|consumer|person|byline|writer|guest|owner-name|display/i;
const PROFILE = /\/(?:users?|profiles?|members?|authors?|people|reviewers?|customers?|user_details|id|u|gp\/profile|v)\b|user(?:id)?=/i;
const LABEL = /^(?:verified|helpful|useful|funny|cool|reply|report|share|flag|like|read more|show more|see more|recommend|translate|follow|edit|delete|anonymous review|was this|certified|purchase|verifi|geverifieerd|hilfreich|antworten|melden|utile|útil|nuttig|beantwoorden)/i;

/** What sites write beside the stars, in place of a number. */
const GRADE = /^(?:sehr gut|gut|befriedigend|ausreichend|mangelhaft|ungenügend|hervorragend|ausgezeichnet|excellent|very good|good|great|average|okay|fair|poor|bad|terrible|awful|outstanding|superb|fabulous|exceptional|wonderful|très bien|bien|moyen|mauvais|muy bueno|bueno|regular|malo|excelente|ottimo|buono|discreto|scarso|ótimo|bom|ruim|péssimo|uitstekend|goed|matig|slecht|dobry|zły|отлично|хорошо|плохо)[.!]?$/i;

/**
 * The place of the reviewer's name.
 * @param {Slot[]} slots
 * @param {{boxes: Box[], prose: Slot | null}} known
 * @returns {Slot | null}
 */
export function nameSlot(slots, { boxes, prose }) {
  const fit = slots.filter((slot) => slot !== prose && slot.leaves.length >= boxes.length * 0.3);
  const found = best(fit, (slot) => nameScore(slot, boxes, prose));
  const score = found ? nameScore(found, boxes, prose) : 0;
  return found && (score >= 4 || (score >= 2.5 && areNames(found))) ? found : null;
}

/**
 * Whether lines read like names of people, whatever their place is called: one to three words with capitals, no sentence.
 * @param {Slot} slot
 */
function areNames({ leaves }) {
  const names = leaves.filter(({ text }) => /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+|$)){1,3}$/u.test(text.trim()) && !/\p{L}{3}\.$/u.test(text.trim()));
  return names.length >= leaves.length * 0.8 && names.some(({ text }) => /\s/.test(text.trim()));
}

/**
 * @param {Slot} slot
 * @param {Box[]} boxes
 * @param {Slot | null} prose
 */
function nameScore(slot, boxes, prose) {
  const texts = slot.leaves.map(({ text }) => nameIn(text));
  const names = texts.filter(looksLikeName);
  if (names.length < slot.leaves.length * 0.6 || new Set(names).size < Math.min(3, boxes.length) || names.every(isInitials)) return 0;
  const { element } = slot.leaves[0];
  const names_ = namesOf(element);
  const link = linkOf(element);
  const presence = Math.min(1, slot.leaves.length / boxes.length);
  const distinct = new Set(names).size / names.length;
  const capital = names.filter((name) => /^(?:\P{Ll}|.{1,20}$)/u.test(name)).length / names.length;
  const titled = names.filter((name) => /^(?:[^\p{Ll}\s]\S*(?:\s+|$))+$/u.test(name)).length / names.length;
  const countries = names.filter(isCountry).length / names.length;
  const words = names.reduce((sum, name) => sum + name.split(/\s+/).length, 0) / names.length;
  return 2 * presence + Math.min(2, 3 * distinct) + capital + titled - 4 * countries + (besideDate(element) && !boxes.some(({ card }) => card === element.parentElement) ? 0.7 : 0) + (PERSON.test(names_) ? 3 : 0) + (PROFILE.test(link) ? 2 : 0)
    - (names.reduce((sum, name) => sum + name.length, 0) / names.length < 3 ? 3 : 0)
    - (isHeading(element) ? 3 : 0) - (PLACE.test(lastName(element)) ? 3 : 0) - Math.max(0, words - 2.5)
    - 2 * (names.filter((name) => /[.!?]$/.test(name) && !/\b\p{L}\.$/u.test(name)).length / names.length)
    - 2 * (names.filter((name) => /,/.test(name)).length / names.length)
    - (prose && slot.order > prose.order ? 0.6 : 0) - slot.order * 0.05
    - 2 * (slot.leaves.filter(({ button }) => button).length / slot.leaves.length);
}

/** @param {Element} element whether it, or the box just around it, is called a heading; a place called a person is none */
function isHeading(element) {
  const own = lastName(element);
  return HEADING.test(own) || (!PERSON.test(own) && element.parentElement !== null && HEADING.test(lastName(element.parentElement)));
}

/**
 * Whether the lines of a place are links to anything but a person: names of things, then.
 * @param {Slot} slot
 */
export function leadsAway({ leaves }) {
  return leaves.filter(({ element }) => linkOf(element) && !PROFILE.test(linkOf(element))).length > leaves.length * 0.5;
}

/** @param {Element} element where the link around it, or in it, leads */
function linkOf(element) {
  return element.closest('a')?.getAttribute('href') ?? element.querySelector('a')?.getAttribute('href') ?? '';
}

/** @param {Element} element whether a date stands in the same row or box */
function besideDate(element) {
  const words = element.parentElement?.textContent ?? '';
  return words.length < 160 && /\b(?:19|20)\d\d\b|\b\d+\s\p{L}+\sago\b/u.test(words);
}

/** @param {string} text letters that stand in for a picture */
const isInitials = (text) => /^\p{Lu}{1,3}$/u.test(text);

/** @param {string} text */
export function looksLikeName(text) {
  return text.length > 1 && text.length < 50 && text.split(/\s+/).length < 6 && /\p{L}/u.test(text) && !/^[\d(#+,.;!?]|\d{4}|[★☆:]|https?:/u.test(text) && !LABEL.test(text) && !GRADE.test(text);
}

/**
 * Whether the markup says that a place holds a person.
 * @param {Slot} slot
 */
export function isPerson({ leaves: [{ element }] }) {
  return PROFILE.test(linkOf(element)) || PERSON.test(namesOf(element).replace(/(?:display|biz|business|product|item|shop|file|class)[-_]?name/gi, ''));
}

/** "Ada wrote a review", "Ada says:" */
const WROTE = /\s+(?:(?:wrote|says|said|reviewed|rated|schrieb|sagt|dit|escribió|dice|ha scritto|scrive|schreef|zegt|escreveu|diz|napisała?|pisze|написала?|пишет)(?!\p{L})|a (?:écrit|noté)|hat (?:eine|ein|am)\s).*$/iu;

/** @param {string} text "by Ada", "Ada · 3 May" without the rest */
export function nameIn(text) {
  return text.replace(/\s+/g, ' ').replace(WROTE, '').replace(/^(?:reviewed |written |posted |review )?(?:by|von|par|por|door|di|av|af)[: ]\s*/i, '')
    .split(/\s*(?:\||·|•|–|—|\son\s(?=.*\d))\s*/)[0].replace(/[\s,:;-]+$/, '').trim();
}
