/** The open shadow roots below a place: web components keep their markup there, where no selector from outside looks. */

const MOST_ROOTS = 500;
const MOST_ELEMENTS = 100_000;

/**
 * Every open shadow root below `root`, also those inside others; closed ones are their site's own business.
 * @param {ParentNode} root
 * @returns {ShadowRoot[]}
 */
export function openRoots(root) {
  /** @type {ShadowRoot[]} */
  const found = [];
  let left = MOST_ELEMENTS;
  /** @type {ParentNode[]} */
  const places = [root];
  for (let place = places.pop(); place && left > 0 && found.length < MOST_ROOTS; place = places.pop()) {
    const elements = place.querySelectorAll('*');
    left -= elements.length;
    for (const host of place instanceof Element ? [place, ...elements] : elements) {
      // Our own elements have one, too.
      if (!host.shadowRoot || host.localName.startsWith('amends-')) continue;
      found.push(host.shadowRoot);
      places.push(host.shadowRoot);
    }
  }
  return found;
}

/**
 * The element around a node, also across the edge of a shadow root.
 * @param {Node} node
 * @returns {Node | null}
 */
export function around(node) {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
