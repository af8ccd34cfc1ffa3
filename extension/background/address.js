/** Which addresses of an API are acceptable: plain HTTP stays on this machine. */

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address without path or trailing slash, or null if the token must not travel there.
 * @param {string} typed
 * @returns {string|null}
 */
export function acceptableAddress(typed) {
  const trimmed = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || url.username || url.password) return null;
  if (url.protocol === 'https:') return url.origin;
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname) ? url.origin : null;
}
