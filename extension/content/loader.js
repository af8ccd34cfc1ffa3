// Content scripts cannot be modules (w3c/webextensions#156), so this classic script imports the first one.
// A module runs once a page: where a person asks for a page that was looked at before, another name runs it anew.
// eslint-disable-next-line no-unsanitized/method -- the address is the extension's own, with nothing from the page in it
import(chrome.runtime.getURL(`content/main.js${Reflect.has(globalThis, 'amendsReadThisPage') ? `?asked=${Date.now()}` : ''}`))
  .catch((error) => console.error('Amends could not start:', error));
Reflect.deleteProperty(globalThis, 'amendsReadThisPage');
