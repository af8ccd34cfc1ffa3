/** Trix, of Rails. */

import 'trix';

export default {
  trix: async (place) => {
    const box = document.createElement('trix-editor');
    const ready = new Promise((done) => box.addEventListener('trix-initialize', done, { once: true }));
    place.append(box);
    await ready;
    return { box, words: () => box.editor.getDocument().toString() };
  },
};
