/** Whose pages were taught: the site, the shape of their addresses, and which part of one names a listing. */

/** @typedef {import('./types.js').Adapter} Adapter */
/** @typedef {import('./types.js').Recipe} Recipe */
/**
 * A part of an address: of its path, counted from 0, or of its query by name.
 * @typedef {{part: number} | {query: string}} Key
 * `key` null: all pages of the site are one listing.
 * `known`: the platform's own adapter, whose pages these are, too.
 * @typedef {{name?: string, key?: Key | null, known?: Adapter}} Site
 */

const PLAIN = /^(?:reviews?|ratings?|bewertungen|avis|opiniones|recensies|beoordelingen|recensioni|index(?:\.\w+)?|all|page|feedback|testimonials?|comments?)$/i;
const PAGING = /^(?:page|p|pg|offset|start|sort|order|orderby|filter|lang|language|hl|locale|ref|utm_\w+|gclid|fbclid|tab|view|stars?|rating)$/i;
const MOST_KEYS = 8;
/** Parts of a path that may be others on the site's other pages; a pattern may not have many. */
const MOST_OPEN = 2;

/**
 * The parts of an address that may name a listing, the likeliest first.
 * @param {string} address
 * @returns {{key: Key, value: string}[]}
 */
export function keysOf(address) {
  const { parts, url } = split(address);
  const said = parts.map((value, part) => ({ key: { part }, value: decoded(value) })).reverse();
  const asked = [...url.searchParams].filter(([name, value]) => !PAGING.test(name) && /^[\w:.@-]{2,80}$/.test(value));
  const queries = asked.map(([query, value]) => ({ key: { query }, value }));
  const ids = queries.filter(({ key: { query } }) => /id$|^(?:app|product|item|sku|listing|name)/i.test(query));
  const [plain, telling] = [said.filter(({ value }) => PLAIN.test(value)), said.filter(({ value }) => !PLAIN.test(value))];
  return [...new Set([...ids, ...telling, ...queries, ...plain])].slice(0, MOST_KEYS);
}

/**
 * @param {string} address
 * @param {string} day
 * @param {Site} [site]
 */
export function placeOf(address, day, { name, key = keysOf(address)[0]?.key ?? null, known } = {}) {
  const { url } = split(address);
  const host = url.hostname.replace(/^www\./, '');
  const pattern = patternOf(address, key);
  const proof = {
    unverified: { evidence: [`taught on ${`${url.origin}${url.pathname}`.slice(0, 500)}, ${day}`] },
    addresses: [{ hosts: [url.hostname], path: pattern.path }],
  };
  if (known) return { id: known.id, name: known.name, listing: known.listing, ...(known.limit && { limit: known.limit }), ...proof };
  return {
    id: spelt(host),
    name: name?.trim().slice(0, 80) || host,
    ...proof,
    listing: { key: [pattern.key ? { address: pattern.key } : { address: '.', is: host.slice(0, 100) }] },
  };
}

/**
 * A host as an id; its own "-" are doubled, so that a-b.example and a.b.example stay apart.
 * @param {string} host
 */
function spelt(host) {
  const letters = host.toLowerCase().replaceAll('-', '--').replace(/[^a-z0-9-]+/g, '-');
  return letters.replace(/^-+|-+$/g, '').slice(0, 40).padEnd(2, '-');
}

/**
 * A pattern for this page and its likes, and one that takes the listing's key out of their addresses.
 * @param {string} address
 * @param {Key | null} key
 * @returns {{path: string, key: string | null}}
 */
function patternOf(address, key) {
  const { parts } = split(address);
  const at = key && 'part' in key ? key.part : null;
  const open = parts.map((part, index) => (index !== at && /\d|.{25}/.test(part) ? index : -1)).filter((index) => index >= 0).slice(0, MOST_OPEN);
  const any = (/** @type {number} */ index) => (index === at && index === parts.length - 1 ? '[^/?]*' : '[^/?]+');
  const shape = parts.map((part, index) => (index === at || open.includes(index) ? any(index) : escaped(part)));
  const end = at === null || at === parts.length - 1 ? '' : '(?:[/?]|$)';
  const path = `^/${shape.join('/')}${end}`;
  if (key && 'query' in key) return { path: `${path}.*[?&]${escaped(key.query)}=`, key: `[?&]${escaped(key.query)}=([^&]+)` };
  if (at === null) return { path, key: null };
  return { path, key: `^/${[...shape.slice(0, at), '([^/?]+)'].join('/')}` };
}

/** @param {string} address */
function split(address) {
  const url = new URL(address);
  return { url, parts: url.pathname.split('/').filter(Boolean) };
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
