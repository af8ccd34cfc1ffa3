/** CKEditor 5, inline, with what typing needs. */

import { InlineEditor } from '@ckeditor/ckeditor5-editor-inline';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';

export default {
  ckeditor: async (place) => {
    const inner = document.createElement('div');
    place.append(inner);
    const editor = await InlineEditor.create(inner, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
    const words = () => {
      const { body } = new DOMParser().parseFromString(editor.getData().replaceAll('<br>', '\n'), 'text/html');
      return [...body.children].map((block) => block.textContent).join('\n\n');
    };
    return { box: inner, words };
  },
};
