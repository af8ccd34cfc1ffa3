/** What every browser brings along: fields, an editable block, and the same behind a shadow root or in a frame. */

/** A field's value is what would be posted. */
const field = (tag) => (place) => {
  const made = document.createElement(tag);
  if (tag === 'textarea') made.rows = 8;
  place.append(made);
  return { box: made, words: () => made.value };
};

/** Sites post the words of an editable block as it shows them. */
const editable = (place) => {
  const made = (place.ownerDocument ?? document).createElement('div');
  made.contentEditable = 'true';
  place.append(made);
  return { box: made, words: () => made.innerText };
};

const behindShadow = (place) => {
  const host = document.createElement('site-editor');
  place.append(host);
  return editable(host.attachShadow({ mode: 'open' }));
};

const inFrame = async (place) => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><meta charset="utf-8"><body><p>Write below.</p></body>';
  const loaded = new Promise((done) => { frame.onload = done; });
  place.append(frame);
  await loaded;
  return editable(frame.contentDocument.body);
};

export default {
  textarea: field('textarea'),
  input: field('input'),
  contenteditable: editable,
  'shadow-root': behindShadow,
  frame: inFrame,
};
