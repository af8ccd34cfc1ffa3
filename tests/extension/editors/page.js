/** The page of the matrix: a review for each kind of editor, and what its model holds for whoever asks. */

import ckeditor from './kinds/ckeditor.js';
import draft from './kinds/draft.js';
import lexical from './kinds/lexical.js';
import plain from './kinds/plain.js';
import prosemirror from './kinds/prosemirror.js';
import quill from './kinds/quill.js';
import react from './kinds/react.js';
import slate from './kinds/slate.js';
import tinymce from './kinds/tinymce.js';
import trix from './kinds/trix.js';

const KINDS = { ...plain, ...react, ...lexical, ...prosemirror, ...quill, ...tinymce, ...ckeditor, ...slate, ...draft, ...trix };

/** What of a page no extension may touch: presses, and the key that sends. */
globalThis.pressed = [];
function overhear(view) {
  for (const kind of ['click', 'mousedown', 'pointerdown', 'submit', 'keydown', 'keypress']) {
    view.addEventListener(kind, (event) => {
      // Ours, and Trix's own buttons, which it presses itself at Ctrl+Z.
      const ours = event.composedPath().some(({ localName }) => localName?.startsWith('amends-') || localName === 'trix-toolbar');
      if (!ours && (!kind.startsWith('key') || event.key === 'Enter')) globalThis.pressed.push(kind);
      if (kind === 'submit') event.preventDefault();
    }, { capture: true });
  }
}
overhear(globalThis);

/** An element with a class and words. */
function part(name, className, words = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

/** A card with a review by an invented customer, and a form with an editor to answer it in. */
async function card(name, mount) {
  const article = part('article', 'review');
  article.id = name;
  article.dataset.reviewId = name;
  const form = part('form', 'answer');
  const place = part('div', 'reply');
  form.append(place, part('button', 'publish', 'Publish'));
  article.append(part('p', 'review-text', `The ${name} lamp went out after a week, and nobody has answered my mail.`), form);
  document.querySelector('main').append(article);
  globalThis.editors[name] = await mount(place);
  const view = globalThis.editors[name].box.ownerDocument.defaultView;
  if (view !== globalThis) overhear(view);
}

globalThis.editors = {};
for (const [name, mount] of Object.entries(KINDS)) await card(name, mount);
document.body.dataset.ready = '';
