/** Tells when the page's address changes, also where a site changes it without loading a page. */

const looks = new EventTarget();

/**
 * Call `go` with the address now and after each change of path or query; what follows a # names a place on the page.
 * @param {(url: string) => void} go
 * @param {AbortSignal} signal
 */
export function followAddress(go, signal) {
  let known = '';
  const check = () => {
    if (bare(location.href) === known) return;
    known = bare(location.href);
    go(location.href);
  };
  // The Navigation API tells of pushState too; where it is missing, the title a site changes along is the next best sign.
  const navigation = /** @type {EventTarget|undefined} */ (Reflect.get(globalThis, 'navigation'));
  if (navigation) {
    navigation.addEventListener('currententrychange', () => queueMicrotask(check), { signal });
  } else {
    const titles = new MutationObserver(check);
    titles.observe(document.head ?? document.documentElement, { subtree: true, childList: true, characterData: true });
    signal.addEventListener('abort', () => titles.disconnect());
  }
  addEventListener('popstate', check, { signal });
  looks.addEventListener('look', check, { signal });
  check();
}

/** Whoever looks at the page and finds its address changed tells those who follow it: a title may stay what it was. */
export function addressChanged() {
  looks.dispatchEvent(new Event('look'));
}

/**
 * Is the page still at this address?
 * @param {string} url
 */
export function isHere(url) {
  return bare(url) === bare(location.href);
}

/** @param {string} url */
function bare(url) {
  return url.split('#')[0];
}
