/** Holds the one open panel: its shadow root, its place, its theme, and the way back to the chip. */

import { showPanel } from '../panel/panel.js';
import { followView } from './frame-view.js';
import { followLayout } from './layout.js';
import { freePlace, keptFree } from './placement.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';

/** @typedef {import('./entry.js').Entry} Entry */
/** @typedef {import('./placement.js').Box} Box */

/** @type {{host: HTMLElement, entry: Entry, life: AbortController}|null} */
let open = null;

/** Take the panel away, without moving the focus. */
export function closePanel() {
  open?.life.abort();
  open?.host.remove();
  open = null;
}

/**
 * Open the panel for an entry; the one that was open closes.
 * @param {Entry} entry
 * @param {() => Promise<void>} refresh  asks about this review again
 * @param {AbortSignal} pageLife
 */
export function openPanel(entry, refresh, pageLife) {
  closePanel();
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, pageLife]);
  const host = document.createElement('amends-panel');
  const root = host.attachShadow({ mode: 'open' });
  host.dataset.theme = themeAt(entry.item.element);
  for (const kind of ['keydown', 'keyup', 'keypress']) host.addEventListener(kind, (event) => event.stopPropagation());
  open = { host, entry, life };
  const close = () => {
    closePanel();
    entry.chip?.shadowRoot?.querySelector('button')?.focus();
  };
  const panel = showPanel(root, entry, { refresh, close, signal });
  document.body.append(host);
  keepInPlace(host, entry, signal);
  void dress(root, 'paper', 'panel').then(() => {
    host.setAttribute('data-ready', '');
    panel.focus();
  });
}

/**
 * @param {HTMLElement} host
 * @param {Entry} entry
 * @param {AbortSignal} signal
 */
function keepInPlace(host, entry, signal) {
  const seen = followView(() => place(host, entry, seen()), signal);
  const later = followLayout([entry.item.element], () => place(host, entry, seen()), signal);
  entry.news.addEventListener('draft', later, { signal });
}

/**
 * @param {HTMLElement} host
 * @param {Entry} entry
 * @param {Box} seen  what a person sees of this document
 */
function place(host, entry, { left, top, right, bottom }) {
  const now = /** @type {import('./placement.js').Side|null} */ (host.dataset.side ?? null);
  const review = entry.item.element ? [entry.item.element.getBoundingClientRect()] : [];
  const moved = (/** @type {Box} */ box) => ({ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top });
  const found = freePlace(keptFree(entry.item).map(moved), review.map(moved), now, { width: right - left, height: bottom - top });
  host.toggleAttribute('data-narrow', !found);
  if (!found) return;
  const { side, room } = found;
  host.dataset.side = side;
  const sizes = { left: room.left + left, top: room.top + top, width: room.right - room.left, room: room.bottom - room.top };
  for (const [name, size] of Object.entries(sizes)) host.style.setProperty(`--${name}`, `${size}px`);
}
