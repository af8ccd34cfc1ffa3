/** Copies of parts of a page, in a document that is shown nowhere: no picture is fetched there, no element of the page's own comes alive. */

/** @type {Document | null} */
let apart = null;

/**
 * A copy of these nodes in a box: one like `like`, or a plain one.
 * @param {ChildNode[]} nodes
 * @param {Element} [like]
 * @returns {Element}
 */
export function copied(nodes, like) {
  const nowhere = apart ??= document.implementation.createHTMLDocument();
  const box = like ? nowhere.importNode(like, false) : nowhere.createElement('div');
  box.append(...nodes.map((node) => nowhere.importNode(node, true)));
  return box;
}
