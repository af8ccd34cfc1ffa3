/** Holds the one open panel: its shadow root, its place, its theme, and the way back to the chip. */

import { showPanel } from '../panel/panel.js';
import { followLayout } from './layout.js';
import { freePlace, keptFree } from './placement.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';

/** @typedef {import('./entry.js').Entry} Entry */

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
  const later = followLayout([entry.item.element], () => place(host, entry), signal);
  entry.news.addEventListener('draft', later, { signal });
}

/**
 * @param {HTMLElement} host
 * @param {Entry} entry
 */
function place(host, entry) {
  const now = /** @type {import('./placement.js').Side|null} */ (host.dataset.side ?? null);
  const review = entry.item.element ? [entry.item.element.getBoundingClientRect()] : [];
  const found = freePlace(keptFree(entry.item), review, now, { width: innerWidth, height: innerHeight });
  host.toggleAttribute('data-narrow', !found);
  if (!found) return;
  const { side, room } = found;
  host.dataset.side = side;
  const sizes = { left: room.left, top: room.top, width: room.right - room.left, room: room.bottom - room.top };
  for (const [name, size] of Object.entries(sizes)) host.style.setProperty(`--${name}`, `${size}px`);
}
