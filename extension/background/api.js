/** The only caller of the API: one request, one outcome, every failure named. */

import { saved } from './saved.js';

/** @typedef {import('./messages.js').Problem} Problem */

const PATIENCE_MS = 20_000;

/** A request that did not succeed, with the problem to tell. */
export class ApiProblem extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.kind);
    this.problem = problem;
  }
}

/**
 * Send one request with the saved token and give the answer's JSON (null for an empty one).
 * @param {string} method
 * @param {string} path  under /api/v1
 * @param {unknown} [body]
 * @param {string} [key]  makes a write without a natural key safe to repeat
 * @returns {Promise<any>}
 */
export async function call(method, path, body, key) {
  const { address, token } = await saved();
  if (!token) throw new ApiProblem({ kind: 'unpaired', address });
  return request(address, method, path, body, { Authorization: `Bearer ${token}`, ...(key && { 'Idempotency-Key': key }) });
}

/**
 * Ask for something that has a revision; null where it is still the one we know.
 * @param {string} path  under /api/v1
 * @param {string} known  the revision, empty for none
 * @returns {Promise<any>}
 */
export async function callIfChanged(path, known) {
  const { address, token } = await saved();
  if (!token) throw new ApiProblem({ kind: 'unpaired', address });
  return request(address, 'GET', path, undefined, { Authorization: `Bearer ${token}`, ...(known && { 'If-None-Match': `"${known}"` }) });
}

/**
 * Send one request to a given address; without a token only /health and /pair answer.
 * @param {string} address
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [more]  headers
 * @returns {Promise<any>}
 */
export async function request(address, method, path, body, more) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json', ...more };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await reach(address, `${address}/api/v1${path}`, {
    method, headers, body: body === undefined ? null : JSON.stringify(body),
    credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 304) return null;
  if (!response.ok) throw new ApiProblem(await problemOf(response, address, Boolean(headers.Authorization)));
  if (response.status === 204) return null;
  return response.json().catch(() => {
    throw new ApiProblem({ kind: 'failed', address, detail: `${address} did not answer in JSON; is it Amends?` });
  });
}

/**
 * @param {string} address
 * @param {string} url
 * @param {RequestInit} init
 */
async function reach(address, url, init) {
  try {
    return await fetch(url, init);
  } catch {
    throw new ApiProblem({ kind: (await answersAnybody(address)) ? 'refused' : 'offline', address });
  }
}

/**
 * Is somebody there who only does not admit us? A browser gives both failures the same face; an answer it may not read tells them apart.
 * @param {string} address
 */
export async function answersAnybody(address) {
  try {
    await fetch(`${address}/api/v1/health`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Response} response
 * @param {string} address
 * @param {boolean} withToken  without one, a refusal is about what was typed
 * @returns {Promise<Problem>}
 */
async function problemOf(response, address, withToken) {
  const told = await response.json().catch(() => ({}));
  const detail = [told.detail ?? told.title ?? `HTTP ${response.status}`, ...errorLines(told.errors)].join(' ');
  if (withToken && response.status === 401) return { kind: 'refused', address, detail };
  if (withToken && response.status === 403) return { kind: 'forbidden', address, detail };
  if (response.status === 429 || response.status >= 500) return { kind: 'failed', address, detail };
  return { kind: 'invalid', address, detail };
}

/**
 * @param {unknown} errors
 * @returns {string[]}
 */
function errorLines(errors) {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => (typeof error === 'string' ? error : `${error.pointer ?? ''}: ${error.detail ?? ''}`));
}
