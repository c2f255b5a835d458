import { element, field, label } from './dom';

/** Asks for the token that was printed at the start of the local cloud. */
export function tokenForm(take: (token: string) => void, wrong: boolean): HTMLElement {
  const input = element('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const form = element(
    'form',
    { class: 'token card' },
    element('h1', {}, label('本地云控制台', 'Console')),
    element(
      'p',
      { class: 'hint' },
      '请填写启动时打印的令牌，或打开启动时打印的控制台地址。Enter the token that was printed at the start, or open the address of the console that was printed there.',
    ),
    wrong &&
      element(
        'p',
        { class: 'state', 'data-state': 'failed', role: 'alert' },
        '令牌不对，请重新填写。This is not the token.',
      ),
    field('令牌', 'Token', input),
    element('button', { class: 'button main' }, label('打开', 'Open')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim()) take(input.value.trim());
  });
  return form;
}
