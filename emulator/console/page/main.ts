import { Api } from './api';
import { frame } from './frame';
import { forgetToken, keepToken, takeToken } from './session';
import { tokenForm } from './token-form';

let leave = () => {};

/** Shows the console when there is a token, and asks for one when there is none or the cloud no longer takes it. */
function start(wrong = false): void {
  leave();
  leave = () => {};
  const token = takeToken();
  // What no header can carry is no token either.
  const impossible = token !== null && !/^[\x21-\x7e]+$/.test(token);
  if (token === null || impossible) {
    const form = tokenForm((given) => {
      keepToken(given);
      start();
    }, wrong || impossible);
    document.body.replaceChildren(form);
    return;
  }
  leave = frame(document.body, new Api(token), () => {
    forgetToken();
    start(true);
  });
}

// An address with a token, pasted into a tab that shows the console already.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#token=')) start();
});
start();
