/** Draft.js, no longer tended and still met. */

import { Editor, EditorState } from 'draft-js';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

export default {
  draft: async (place) => {
    let state = EditorState.createEmpty();
    function Box() {
      const [now, setNow] = useState(state);
      state = now;
      return h(Editor, { editorState: now, onChange: setNow, placeholder: 'Your reply …' });
    }
    createRoot(place).render(h(Box));
    while (!place.querySelector('[contenteditable]')) await new Promise(requestAnimationFrame);
    return { box: place.querySelector('[contenteditable]'), words: () => state.getCurrentContent().getPlainText('\n') };
  },
};
