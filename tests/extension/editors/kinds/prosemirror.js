/** ProseMirror, bare and as Tiptap dresses it. */

import { Editor } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
});

export default {
  prosemirror: (place) => {
    const keys = keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo });
    const state = EditorState.create({ schema, plugins: [history(), keys, keymap(baseKeymap)] });
    const view = new EditorView(place, { state });
    return { box: view.dom, words: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n\n', '\n') };
  },
  tiptap: (place) => {
    const editor = new Editor({ element: place, extensions: [StarterKit] });
    return { box: editor.view.dom, words: () => editor.getText() };
  },
};
