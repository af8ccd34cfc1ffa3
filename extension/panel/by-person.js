/** What stands in a page can be pressed by the page's own scripts: only what a person does is heard. */

/**
 * A listener that a script's click() or dispatchEvent() does not reach.
 * @template {Event} T
 * @param {(event: T) => unknown} hear
 * @returns {(event: T) => unknown}
 */
export function byPerson(hear) {
  return (event) => (event.isTrusted ? hear(event) : undefined);
}

/**
 * Send a form when a person presses its button, or Enter, which presses it for them.
 * @param {HTMLFormElement} form
 * @param {() => unknown} send
 */
export function onSend(form, send) {
  let pressed = false;
  form.addEventListener('click', byPerson(({ target }) => {
    pressed = target instanceof Element && target.closest('button')?.type === 'submit';
    // The form is submitted before this, or not at all: a field may be missing.
    setTimeout(() => { pressed = false; });
  }));
  // A script's requestSubmit() makes an event that says it is trusted, too.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (pressed) send();
    pressed = false;
  });
}
