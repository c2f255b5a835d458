import { button, element, field, select } from '../dom';

const ACTIONS = [
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.startTransaction',
  'database.commitTransaction',
  'functions.invokeFunction',
  'storage.getUploadMetadata',
  'storage.putObject',
  'storage.getObject',
  'storage.upload',
  'openapi.subscribeMessage.send',
  'openapi.security.msgSecCheck',
  '/^database\\.(insert|modify|remove)Document$/',
];
const EFFECTS = [
  ['fail', 'fail — 不做，答错误'],
  ['fail-after', 'fail-after — 做了，答错误'],
  ['drop-before', 'drop-before — 不做，断开连接'],
  ['drop', 'drop — 做了，断开连接'],
  ['conflict', 'conflict — 事务冲突'],
  ['quota', 'quota — 超出配额'],
  ['delay', 'delay — 延迟'],
  ['exit', 'exit — 做了，杀掉整个本地云'],
] as const;

/** The form of a new fault; `add` gets what the API takes. */
export function faultForm(add: (body: object) => void) {
  const known = element('datalist', { id: 'collections' });
  const texts = {
    action: textInput('任意，或 /正则/', 'actions'),
    collection: textInput('任意', 'collections'),
    code: textInput('默认'),
  };
  const effect = select(EFFECTS);
  const numbers = {
    nth: numberInput('1'),
    times: numberInput('1；0 为一直'),
    chance: numberInput('0 – 1'),
    seed: numberInput('1'),
    delayMs: numberInput('0'),
  };
  const body = () => ({
    effect: effect.value,
    ...valuesOf(texts, (text) => text.trim()),
    ...valuesOf(numbers, (text) => (text === '' ? null : Number(text))),
  });
  const fields = [
    field('动作', texts.action, 'long'),
    field('集合', texts.collection),
    field('效果', effect, 'long'),
    field('第几次', numbers.nth),
    field('连续几次', numbers.times),
    field('概率', numbers.chance),
    field('种子', numbers.seed),
    field('错误码', texts.code, 'long'),
    field('延迟（毫秒）', numbers.delayMs),
  ];
  const go = button('添加', () => add(body()), 'main');
  return { node: card(fields, go, known), offer: offerInto(known) };
}

function card(fields: HTMLElement[], go: HTMLElement, known: HTMLDataListElement): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('h2', {}, '添加故障'),
    element('div', { class: 'bar grid' }, ...fields),
    go,
    element('datalist', { id: 'actions' }, ...ACTIONS.map((value) => element('option', { value }))),
    known,
  );
}

/** Offers names; untouched while they stay the same, since drawing anew would close an open list. */
function offerInto(known: HTMLDataListElement): (names: string[]) => void {
  let offered = '';
  return (names) => {
    if (names.join() === offered) return;
    offered = names.join();
    known.replaceChildren(...names.map((value) => element('option', { value })));
  };
}

function valuesOf<T>(inputs: Record<string, HTMLInputElement>, read: (text: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, read(value)]));
}

function textInput(placeholder: string, list?: string): HTMLInputElement {
  return element('input', { placeholder, list, autocomplete: 'off', spellcheck: 'false' });
}

function numberInput(placeholder: string): HTMLInputElement {
  return element('input', { type: 'number', placeholder, min: '0', step: 'any' });
}
