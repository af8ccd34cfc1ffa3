/** The small window of teach mode: beside the page, never over what one is doing there, with one screen at a time. */

import { byPerson } from '../panel/by-person.js';
import { el } from '../panel/dom.js';
import { makeOutline } from './teach-marks.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';
import { say } from './words.js';

/**
 * @typedef {object} Overlay
 * @property {(screen: (Node | string | false | null)[], focus?: HTMLElement | null) => void} show  replace what stands in it
 * @property {(sentence: string) => void} tell  say something to those who listen
 * @property {(element: Element | null, how?: {guessed?: boolean, led?: boolean}) => void} outline  `led` there by keys or a guess
 * @property {(keys: ((key: KeyboardEvent) => void) | null) => void} onKey  who hears keys pressed in it
 * @property {AbortSignal} signal  aborts when it goes
 * @property {() => void} close
 */

/**
 * Open it; Escape, its cross and the page's end close it.
 * @param {AbortSignal} pageLife
 * @param {() => void} left  called when the person leaves
 * @returns {Overlay}
 */
export function openOverlay(pageLife, left) {
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, pageLife]);
  const host = document.createElement('amends-teach');
  const root = host.attachShadow({ mode: 'open' });
  host.dataset.theme = themeAt(document.body);
  // Undressed it would stand in the page's own flow and move it.
  host.style.display = 'none';
  const close = () => {
    life.abort();
    host.remove();
  };
  const leave = () => {
    close();
    left();
  };
  pageLife.addEventListener('abort', close, { signal: life.signal });
  const { dialog, body, live } = dialogOf(headOf(host, leave));
  root.append(dialog);
  /** @type {((key: KeyboardEvent) => void) | null} */
  let keys = null;
  listenToKeys(host, leave, (key) => keys?.(key), signal);
  const draw = makeOutline(root, (rect) => stepAside(host, dialog, rect), signal);
  document.body.append(host);
  const ready = dress(root, 'paper', 'teach').then(() => host.style.removeProperty('display'));
  const show = (/** @type {(Node | string | false | null)[]} */ screen, /** @type {HTMLElement | null} */ focus = null) => {
    live.textContent = '';
    body.replaceChildren(...screen.filter((part) => part !== false && part !== null));
    void ready.then(() => (focus ?? dialog).focus({ preventScroll: true }));
  };
  return { show, tell: (sentence) => live.replaceChildren(sentence), outline: (...asked) => void ready.then(() => draw(...asked)), onKey: (hear) => (keys = hear), signal, close };
}

/** @param {HTMLElement} head */
function dialogOf(head) {
  const live = el('p', { class: 'live', 'aria-live': 'polite' });
  const body = el('div', { class: 'screen' });
  const what = { role: 'dialog', 'aria-label': say('teachThisPage'), 'aria-modal': 'false', tabIndex: -1 };
  return { dialog: el('section', what, head, body, live), body, live };
}

/**
 * Go to the other end of the window where we stand over what is shown.
 * @param {HTMLElement} host
 * @param {HTMLElement} dialog
 * @param {DOMRect} shown
 */
function stepAside(host, dialog, shown) {
  const own = dialog.getBoundingClientRect();
  const over = own.left < shown.right && own.right > shown.left && own.top < shown.bottom && own.bottom > shown.top;
  if (over) host.toggleAttribute('data-top', (shown.top + shown.bottom) / 2 > innerHeight / 2);
}

/**
 * @param {HTMLElement} host
 * @param {() => void} leave
 */
function headOf(host, leave) {
  const move = () => host.toggleAttribute('data-left');
  return el('header', {},
    el('h2', {}, say('teachThisPage')),
    el('button', { type: 'button', class: 'plain', 'aria-label': say('teachMove'), title: say('teachMove'), onclick: move }, '⇄'),
    el('button', { type: 'button', class: 'plain', 'aria-label': say('close'), title: say('close'), onclick: leave }, '×'));
}

/**
 * Escape leaves from wherever the person is; other keys pressed in the overlay stay in it.
 * @param {HTMLElement} host
 * @param {() => void} leave
 * @param {(key: KeyboardEvent) => void} hear
 * @param {AbortSignal} signal
 */
function listenToKeys(host, leave, hear, signal) {
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, { capture: true, signal });
  host.addEventListener('keydown', byPerson(hear));
  for (const kind of ['keydown', 'keyup', 'keypress']) host.addEventListener(kind, (event) => event.stopPropagation());
}
