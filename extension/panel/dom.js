/** Building elements: every word goes in as text, so a review's markup stays letters. */

import { byPerson } from './by-person.js';

/**
 * An element with properties and children; a string child becomes text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [properties]  `class`, `on…` listeners that hear people only, attributes with a dash, else properties
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) set(made, name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * @param {HTMLElement} made
 * @param {string} name
 * @param {unknown} value
 */
function set(made, name, value) {
  if (value === undefined || value === null) return;
  if (name === 'class') made.className = String(value);
  else if (name.startsWith('on')) made.addEventListener(name.slice(2), byPerson(/** @type {EventListener} */ (value)));
  else if (name.includes('-') || name === 'role') made.setAttribute(name, String(value));
  else Reflect.set(made, name, value);
}

/**
 * A stranger's words: isolated, in their own direction, cut where nobody would read on.
 * @param {string} text
 * @param {number} [most]
 */
export function words(text, most = 600) {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return el('span', { class: 'words', dir: 'auto' }, cut);
}

/**
 * A link to an address somebody else gave, or its text alone if it is not http(s).
 * @param {string} address
 * @param {string} label
 */
export function link(address, label) {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return el('span', {}, label);
  return el('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, label);
}
