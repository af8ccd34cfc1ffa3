/** Lexical, as in its own rich text example. */

import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor } from 'lexical';

export default {
  lexical: (place) => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    place.append(box);
    const editor = createEditor({ namespace: 'reply', onError: (error) => { throw error; } });
    editor.setRootElement(box);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    const lines = () => $getRoot().getChildren().map((block) => block.getTextContent());
    return { box, words: () => editor.getEditorState().read(lines).join('\n') };
  },
};
