// Content scripts cannot be modules (w3c/webextensions#156), so this classic script imports the first one.
// eslint-disable-next-line no-unsanitized/method -- the address is the extension's own, with nothing from the page in it
import(chrome.runtime.getURL('content/main.js')).catch((error) => console.error('Amends could not start:', error));
