/** Notices what changes on the page: gathered into at most one look each half second, and none while nobody sees the page. */

/** @typedef {import('../adapters/types.js').Adapter} Adapter */

const PAUSE_MS = 500;
/** After a look that took long, the page has this many times as long for itself. */
const SHARE = 20;
const LONGEST_PAUSE_MS = 5_000;
const MOST_CHANGES = 5_000;
const OURS = new Set(['AMENDS-CHIP', 'AMENDS-BAR', 'AMENDS-PANEL', 'AMENDS-MARKS']);

/** @type {Set<Node>} */
const NOTHING = new Set();

/** The changes of one page, from now until `signal` aborts. */
export class Watch {
  /**
   * @param {(changed: Iterable<Node>) => Promise<void>} look  told which nodes changed since it was called last
   * @param {string[]} attributes  those in which reviews have something to say
   * @param {AbortSignal} signal
   */
  constructor(look, attributes, signal) {
    this.look = look;
    this.signal = signal;
    /** @type {Set<Node>} */
    this.changed = new Set();
    this.timer = 0;
    this.busy = false;
    this.pause = PAUSE_MS;
    const some = attributes.length ? { attributes: true, attributeFilter: attributes } : {};
    this.wishes = { subtree: true, childList: true, characterData: true, ...some };
    this.observer = new MutationObserver((changes) => this.#hear(changes));
    this.follow([document.documentElement]);
    // What changed while nobody saw it, and what the clock says, are looked at when somebody does.
    document.addEventListener('visibilitychange', () => void this.run(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && void this.run(), { signal });
    signal.addEventListener('abort', () => {
      this.observer.disconnect();
      clearTimeout(this.timer);
    });
  }

  /**
   * Hear of changes there, too.
   * @param {Iterable<Node>} roots  shadow roots: what happens in them is not heard outside
   */
  follow(roots) {
    for (const root of roots) this.observer.observe(root, this.wishes);
  }

  /** Look now; looks never overlap, and a change during one is not missed. */
  async run() {
    this.timer = 0;
    if (this.signal.aborted || document.hidden) return;
    if (this.busy) return this.soon();
    this.busy = true;
    try {
      const start = performance.now();
      const looked = this.look(this.taken());
      // Up to its first waiting, a look reads; the page was held up for so long.
      this.pause = pauseAfter(performance.now() - start);
      await looked;
    } finally {
      this.busy = false;
    }
  }

  /** Look after a while, whatever else happens until then. */
  soon() {
    if (!this.timer && !document.hidden) this.timer = setTimeout(() => void this.run(), this.pause);
  }

  /** What changed since somebody asked last, also a moment ago. */
  taken() {
    this.#hear(this.observer.takeRecords());
    if (!this.changed.size) return NOTHING;
    const changed = this.changed;
    this.changed = new Set();
    return changed;
  }

  /** @param {MutationRecord[]} changes */
  #hear(changes) {
    for (const change of changes) {
      if (isOurs(change)) continue;
      // A page that changes without end: the nearest ends of what changed will do.
      this.changed.add(this.changed.size < MOST_CHANGES ? change.target : document.documentElement);
    }
    if (this.changed.size) this.soon();
  }
}

/**
 * How long a page is left in peace after a look.
 * @param {number} took  milliseconds
 */
export const pauseAfter = (took) => Math.max(PAUSE_MS, Math.min(LONGEST_PAUSE_MS, SHARE * took));

/**
 * The attributes some adapter reads, as far as pages do not change them for their looks all the time.
 * @param {Adapter[]} adapters
 */
export function attributesRead(adapters) {
  const recipes = adapters.flatMap(({ fields }) => Object.values(fields ?? {}).flat());
  const names = recipes.flatMap(({ attribute }) => attribute ?? []);
  return [...new Set(names)].filter((name) => name !== 'class' && name !== 'style');
}

/** @param {MutationRecord} change */
function isOurs({ addedNodes, removedNodes }) {
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every((node) => OURS.has(node.nodeName) && node.isConnected);
}
