/** Quill 2. */

import Quill from 'quill';

export default {
  quill: (place) => {
    const inner = document.createElement('div');
    place.append(inner);
    const quill = new Quill(inner, { modules: { toolbar: false } });
    return { box: quill.root, words: () => quill.getText() };
  },
};
