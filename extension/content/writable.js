/** The very element one types in, where a page's data points at something around it: a wrapper, a frame, a shadow root. */

const EDITABLE = '[contenteditable]:not([contenteditable=false i])';
const BOXES = `textarea, input:not([type]), input[type=text], ${EDITABLE}`;
const DEEPEST = 4;

/**
 * @param {Element} box
 * @returns {box is HTMLTextAreaElement|HTMLInputElement}
 */
export function isField(box) {
  // By name: an element of a frame is of that frame's own classes.
  return box.localName === 'textarea' || box.localName === 'input';
}

/**
 * The reply box of an item as one types in it, null where there is none now.
 * @param {import('../adapters/types.js').Item} item
 * @returns {HTMLElement|null}
 */
export function boxOf(item) {
  const found = item.replyBox();
  return found && writableIn(found);
}

/**
 * The field or editor that `found` is, holds or stands for; itself where there is none.
 * @param {Element} found
 * @returns {HTMLElement|null}
 */
export function writableIn(found) {
  const inside = search(found, 0) ?? found;
  const box = (isField(inside) && isHidden(inside) && editorBeside(inside)) || inside;
  return 'isContentEditable' in box ? /** @type {HTMLElement} */ (box) : null;
}

/**
 * @param {Element} found
 * @param {number} depth
 * @returns {Element|null}
 */
function search(found, depth) {
  if (isField(found) || isEditable(found)) return found;
  const within = depth > DEEPEST ? null : inner(found);
  if (!within) return null;
  const boxes = [...within.querySelectorAll(BOXES)];
  const seen = boxes.find((box) => !isHidden(box));
  if (seen) return seen;
  for (const part of within.querySelectorAll('*')) {
    const deeper = part.shadowRoot || part.localName === 'iframe' ? search(part, depth + 1) : null;
    if (deeper) return deeper;
  }
  return boxes[0] ?? null;
}

/**
 * What is in an element: its shadow, the page in its frame where that is of the same site, or its children.
 * @param {Element} element
 * @returns {ParentNode|null}
 */
function inner(element) {
  if (element.localName !== 'iframe') return element.shadowRoot ?? element;
  const page = /** @type {HTMLIFrameElement} */ (element).contentDocument;
  return page?.documentElement ?? null;
}

/** @param {Element} element */
function isEditable(element) {
  if (element.ownerDocument.designMode === 'on') return element.localName === 'html' || element.localName === 'body';
  return element.matches(EDITABLE);
}

/**
 * Editors like TinyMCE hide the field they were made of and stand beside it.
 * @param {Element} field
 */
function editorBeside(field) {
  for (const beside of field.parentElement?.children ?? []) {
    const found = isHidden(beside) || isField(beside) ? null : search(beside, 0);
    if (found && !isField(found) && !isHidden(found)) return found;
  }
  return null;
}

/** @param {Element} element */
const isHidden = (element) => !element.checkVisibility();
