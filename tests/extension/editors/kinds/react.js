/** Fields that React controls: what its state holds is what would be posted, and the next render shows nothing else. */

import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

const LIMIT = 60;

/** A textarea with a counter; `most` is its maxlength, `cut` what its own handler throws away. */
const controlled = ({ most, cut }) => async (place) => {
  let state = '';
  function Field() {
    const [text, setText] = useState('');
    state = text;
    return h('div', {},
      h('textarea', { rows: 8, value: text, maxLength: most, onChange: ({ target }) => setText(cut ? target.value.slice(0, cut) : target.value) }),
      h('span', { className: 'count' }, text.length));
  }
  createRoot(place).render(h(Field));
  while (!place.querySelector('textarea')) await new Promise(requestAnimationFrame);
  return { box: place.querySelector('textarea'), words: () => state };
};

export default {
  react: controlled({}),
  'react-maxlength': controlled({ most: LIMIT }),
  'react-cutting': controlled({ cut: LIMIT }),
};
