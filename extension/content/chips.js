/** The chip beside a review: what kind, how urgent, known or not, answered or not, in words; a button that opens the panel. */

import { byPerson } from '../panel/by-person.js';
import { el } from '../panel/dom.js';
import { ChipPlaces } from './chip-places.js';
import { dress } from './styles.js';
import { themeAt } from './theme.js';
import { clock, say, term } from './words.js';

/**
 * @typedef {import('./entry.js').Entry} Entry
 * @typedef {import('../background/shapes.js').Seen} Seen
 */

const TAG = 'amends-chip';
const HEARD = ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown'];

/** The chips of one visit. */
export class Chips {
  /**
   * @param {(entry: Entry) => void} open
   * @param {AbortSignal} signal
   */
  constructor(open, signal) {
    this.open = open;
    this.places = new ChipPlaces(signal);
  }

  /**
   * Put each entry's chip at its review, or renew its words where it stands; one chip a review, ever.
   * @param {Entry[]} entries  those on the page now
   * @returns {{homeless: HTMLElement[], again: number}}  the chips of reviews without a place, and when to come back (0: never)
   */
  draw(entries) {
    const now = Date.now();
    const homeless = [];
    const waits = [];
    for (const entry of entries) {
      if (!entry.seen) continue;
      const chip = (entry.chip ??= makeChip(() => this.open(entry)));
      write(chip, entry.seen, now);
      const { element } = entry.item;
      chip.toggleAttribute('data-loose', !element);
      if (element) {
        waits.push(this.places.put(chip, element, now));
      } else {
        chip.dataset.theme = themeAt(document.body);
        homeless.push(chip);
      }
    }
    return { homeless, again: Math.min(...waits.filter(Boolean), Infinity) };
  }

  /**
   * Take the chips of these reviews away.
   * @param {Iterable<Entry>} entries
   */
  remove(entries) {
    for (const entry of entries) {
      if (entry.chip) this.places.remove(entry.chip);
      entry.chip = null;
    }
  }
}

/**
 * What of a chip its words are written into, and which stand there.
 * @typedef {{button: HTMLElement, mark: Text, kind: Text, rest: Text, words: string}} Parts
 * @type {WeakMap<HTMLElement, Parts>}
 */
const parts = new WeakMap();

/** @param {() => void} open */
function makeChip(open) {
  const chip = document.createElement(TAG);
  const root = chip.attachShadow({ mode: 'open' });
  const button = /** @type {HTMLElement} */ ((model ??= makeModel()).cloneNode(true));
  const [short, rest] = /** @type {Iterable<Element>} */ (button.children);
  const [mark, kind] = [textOf(short.firstElementChild), textOf(short)];
  parts.set(chip, { button, mark, kind, rest: textOf(rest), words: '' });
  // A review that is a link as a whole must not be followed.
  button.addEventListener('click', byPerson((event) => {
    event.preventDefault();
    open();
  }));
  root.append(button);
  // A site's own shortcuts and whole-card links must not hear what is meant for us.
  for (const event of HEARD) chip.addEventListener(event, stop);
  void dress(root, 'paper', 'chip');
  return chip;
}

/**
 * Copying is quicker than building, and a page may have a thousand chips.
 * @type {HTMLElement|undefined}
 */
let model;

function makeModel() {
  return el('button', { type: 'button', 'aria-haspopup': 'dialog' },
    el('span', { class: 'short' }, el('span', { class: 'mark', 'aria-hidden': 'true' }, ' '), ' '),
    el('span', { class: 'rest' }, ' '));
}

/** @param {Element|null} element  of the model, where words come last */
const textOf = (element) => /** @type {Text} */ (element?.lastChild);

/** @param {Event} event */
const stop = (event) => event.stopPropagation();

/**
 * @param {HTMLElement} chip
 * @param {Seen} seen
 * @param {number} now
 */
function write(chip, seen, now) {
  const text = chipWords(seen, now);
  const written = parts.get(chip);
  const words = text.join();
  if (!written || written.words === words) return;
  written.words = words;
  chip.dataset.tone = toneOf(seen);
  written.mark.data = markOf(seen);
  written.kind.data = ` ${text[0]}`;
  written.rest.data = text.slice(1).map((one) => ` · ${one}`).join('');
  // How wide it is now is measured again.
  chip.removeAttribute('data-short');
  written.button.setAttribute('aria-label', `${text.join(', ')}. ${say('chipOpens')}`);
}

/**
 * What the chip says, in order.
 * @param {Seen} seen
 * @param {number} now
 */
export function chipWords(seen, now) {
  const words = [term('kind', seen.triage.kind)];
  if (isDone(seen)) words.push(term('state', seen.state));
  else if (['urgent', 'high'].includes(seen.triage.severity)) words.push(term('severity', seen.triage.severity));
  if (!isDone(seen) && seen.due_at) words.push(clock(seen.due_at, now));
  if (seen.changed_since_reply) words.push(say('chipChanged'));
  words.push(...issueWords(seen));
  if (seen.follow_up?.state === 'ready') words.push(say('chipTellThem'));
  return words;
}

/** @param {Seen} seen */
function issueWords({ issue, matches }) {
  if (!issue) return matches?.length ? [say('chipMaybeKnown')] : [];
  if (issue.state !== 'released') return [say('chipKnown'), term('issue', issue.state ?? 'open')];
  return [say('chipKnown'), issue.fixed_in ? say('chipFixed', issue.fixed_in) : say('chipFixedPlain')];
}

/** @param {Seen} seen */
const isDone = ({ state }) => state === 'answered' || state === 'closed';

/** @param {Seen} seen */
function toneOf(seen) {
  if (seen.follow_up?.state === 'ready' || seen.changed_since_reply) return 'again';
  if (isDone(seen)) return 'done';
  return isPressing(seen) ? 'harm' : 'plain';
}

/** @param {Seen} seen */
const isPressing = ({ triage, due_at }) => triage.severity === 'urgent' || Boolean(due_at && Date.parse(due_at) < Date.now());

/** @param {Seen} seen */
function markOf(seen) {
  if (seen.follow_up?.state === 'ready' || seen.changed_since_reply) return '↻';
  if (isDone(seen)) return '✓';
  return isPressing(seen) ? '!' : '●';
}
