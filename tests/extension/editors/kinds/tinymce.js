/** TinyMCE, self-hosted, which edits in a frame of its own. */

import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';

export default {
  tinymce: async (place) => {
    const field = document.createElement('textarea');
    place.append(field);
    const [editor] = await tinymce.init({
      target: field, license_key: 'gpl', skin: false, content_css: false, menubar: false, toolbar: false, promotion: false, height: 200,
    });
    return { box: editor.getBody(), words: () => editor.getContent({ format: 'text' }) };
  },
};
