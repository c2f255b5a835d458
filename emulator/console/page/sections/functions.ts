import type { FunctionsView, FunctionView } from '../../shapes';
import { button, element, label } from '../dom';
import { shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';

interface FireAnswer {
  errMsg?: string;
}

export const functions: Section = {
  name: 'functions',
  chinese: '函数',
  english: 'Functions',
  mount(root, desk) {
    const hint = element('p', { class: 'hint' });
    const list = table<FunctionView>({
      columns: [
        { chinese: '函数', english: 'Function', cell: nameCell },
        { chinese: '实例', english: 'Instances', cell: instancesCell },
        { chinese: '时限', english: 'Time limit', number: true, cell: (fn) => `${fn.timeLimitMs / 1000} s` },
        { chinese: '触发器', english: 'Trigger', cell: (fn) => triggerCell(fn, desk) },
      ],
      keyOf: ({ name }) => name,
      empty: '没有函数 No functions',
    });
    root.append(hint, list.node);
    return {
      async refresh() {
        const view = await desk.api.get<FunctionsView>('functions');
        hint.textContent = view.timersRun
          ? '触发器按本地云的时钟运行。Triggers run by the clock of the cloud.'
          : '触发器不会自动运行，只能手动触发。Triggers run by hand only.';
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
      'span',
      { class: 'state', 'data-state': 'failed' },
      `不能加载 cannot be loaded: ${reason}`,
    );
  }
  const queue = waiting > 0 ? ` · ${waiting} 排队` : '';
  return `${instances} 个 · ${instances - idle} 忙${queue}`;
}

function triggerCell({ name, trigger }: FunctionView, desk: Desk): Node | string {
  if (!trigger) return '—';
  const { nextAt } = trigger;
  const next =
    nextAt === undefined ? '不再运行 never again' : `下次 next ${shortInstant(nextAt, desk.now())}`;
  const fire = () =>
    desk.act(async () => {
      const { errMsg } = await desk.api.post<FireAnswer>('functions/fire', { fn: name });
      return errMsg ? `${name}: ${errMsg}` : `已触发 ${name} · fired`;
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
    button(label('触发', 'Fire timer'), fire),
  );
}
