import type { FunctionsView, FunctionView } from '../../shapes';
import { button, element } from '../dom';
import { shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';

interface FireAnswer {
  errMsg?: string;
}

export const functions: Section = {
  name: 'functions',
  title: '函数',
  mount(root, desk) {
    const hint = element('p', { class: 'hint' });
    const list = table<FunctionView>({
      columns: [
        { title: '函数', cell: nameCell },
        { title: '实例', cell: instancesCell },
        { title: '时限', number: true, cell: (fn) => `${fn.timeLimitMs / 1000} s` },
        { title: '触发器', cell: (fn) => triggerCell(fn, desk) },
      ],
      keyOf: ({ name }) => name,
      empty: '没有函数',
    });
    root.append(hint, list.node);
    return {
      async refresh() {
        const view = await desk.api.get<FunctionsView>('functions');
        hint.textContent = view.timersRun
          ? '触发器按本地云的时钟运行。'
          : '触发器不会自动运行，只能手动触发。';
        list.draw(view.functions, desk.now());
      },
    };
  },
};

function nameCell({ name, openapi }: FunctionView): Node {
  const permissions = openapi.length > 0 && element('div', { class: 'faint' }, openapi.join(', '));
  return element(
    'div',
    {},
    element('a', { href: `#calls?fn=${encodeURIComponent(name)}` }, name),
    permissions,
  );
}

function instancesCell({ instances, idle, waiting, failure }: FunctionView): Node | string {
  if (failure !== undefined) {
    const [reason = ''] = failure.split('\n');
    return element(
      'div',
      {},
      element('span', { class: 'state', 'data-state': 'failed' }, '不能加载'),
      element('div', { class: 'faint' }, reason),
    );
  }
  const queue = waiting > 0 ? ` · ${waiting} 排队` : '';
  return `${instances} 个 · ${instances - idle} 忙${queue}`;
}

function triggerCell({ name, trigger }: FunctionView, desk: Desk): Node | string {
  if (!trigger) return '—';
  const { nextAt } = trigger;
  const next = nextAt === undefined ? '不再运行' : `下次 ${shortInstant(nextAt, desk.now())}`;
  const fire = () =>
    desk.act(async () => {
      const { errMsg } = await desk.api.post<FireAnswer>('functions/fire', { fn: name });
      return errMsg ? `${name}: ${errMsg}` : `已触发 ${name}`;
    });
  return element(
    'div',
    { class: 'trigger' },
    element(
      'div',
      {},
      `${trigger.name} `,
      element('code', {}, trigger.config),
      element('div', { class: 'faint' }, next),
    ),
    button('触发', fire),
  );
}
