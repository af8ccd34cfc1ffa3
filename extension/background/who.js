/** Who we are to the API: a maintainer may have changed our name or role since we were paired. */

import { call } from './api.js';
import { save } from './saved.js';

/**
 * Ask the API, and keep what it says.
 * @returns {Promise<import('./shapes.js').Person>}
 */
export async function refreshWho() {
  const { name, role } = await call('GET', '/me');
  await save(() => ({ staff: { name, role } }));
  return { name, role };
}
