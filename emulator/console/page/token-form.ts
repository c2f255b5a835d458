import { element, field } from './dom';

/** Asks for the token that was printed at the start of the local cloud. */
export function tokenForm(take: (token: string) => void, wrong: boolean): HTMLElement {
  const input = element('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const form = element(
    'form',
    { class: 'token card' },
    element('h1', {}, '本地云控制台'),
    element('p', { class: 'hint' }, '请填写启动时打印的令牌，或打开启动时打印的控制台地址。'),
    wrong &&
      element('p', { class: 'state', 'data-state': 'failed', role: 'alert' }, '令牌不对，请重新填写。'),
    field('令牌', input),
    element('button', { class: 'button main' }, '打开'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim()) take(input.value.trim());
  });
  return form;
}
