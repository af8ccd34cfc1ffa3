/** Slate. */

import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Point } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export default {
  slate: async (place) => {
    const editor = withHistory(withReact(createEditor()));
    function Box() {
      const [value] = useState([{ type: 'paragraph', children: [{ text: '' }] }]);
      return h(Slate, { editor, initialValue: value }, h(Editable, { placeholder: 'Your reply …' }));
    }
    createRoot(place).render(h(Box));
    while (!place.querySelector('[contenteditable]')) await new Promise(requestAnimationFrame);
    const words = () => editor.children.map((block) => Node.string(block)).join('\n');
    // Slate learns of a caret that was moved a tenth of a second later.
    const atEnd = () => Boolean(editor.selection && Point.equals(editor.selection.focus, Editor.end(editor, [])));
    return { box: place.querySelector('[contenteditable]'), words, atEnd };
  },
};
