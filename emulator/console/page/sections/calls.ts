import type { CallView, FunctionsView } from '../../shapes';
import { element, field, select } from '../dom';
import { milliseconds, shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';
import { callDetail, type OpenedCall, stateMark } from './call-detail';

export const calls: Section = {
  name: 'calls',
  chinese: '调用',
  english: 'Calls',
  mount(root, desk, query) {
    const opened = new Map<string, OpenedCall>();
    const filter = filterBar(query, () => desk.act(refresh));
    const toggle = (requestId: string) =>
      desk.act(async () => {
        if (!opened.delete(requestId)) opened.set(requestId, await ask(desk, requestId));
        await refresh();
      });
    const list = callTable(desk, opened, toggle);
    root.append(filter.node, list.node);
    const refresh = async () => {
      const views = await desk.api.get<CallView[]>('calls', filter.query());
      for (const requestId of [...opened.keys()]) {
        // The journal drops its oldest calls: one that was open may be gone.
        const call = await ask(desk, requestId).catch(() => undefined);
        if (call) opened.set(requestId, call);
        else opened.delete(requestId);
      }
      list.draw(
        views.map((view) => ({ view, open: opened.get(view.requestId) })),
        desk.now(),
      );
    };
    return {
      async refresh() {
        filter.offer(
          (await desk.api.get<FunctionsView>('functions')).functions.map(({ name }) => name),
          desk.persons().map(({ openid, name }) => [openid, name ?? openid]),
        );
        await refresh();
      },
    };
  },
};

function ask(desk: Desk, requestId: string): Promise<OpenedCall> {
  return desk.api.get<OpenedCall>('call', { requestId });
}

interface Row {
  view: CallView;
  open?: OpenedCall;
}

function callTable(desk: Desk, opened: ReadonlyMap<string, OpenedCall>, toggle: (requestId: string) => void) {
  const opener = ({ view }: Row) => {
    const open = opened.has(view.requestId);
    const made = element(
      'button',
      { type: 'button', class: 'opener', 'aria-expanded': String(open) },
      element('span', { class: 'mark' }, open ? '▾' : '▸'),
      ` ${view.fn} `,
      element('strong', {}, view.action),
    );
    made.addEventListener('click', () => toggle(view.requestId));
    return made;
  };
  return table<Row>({
    columns: [
      {
        chinese: '时间',
        english: 'Time',
        when: true,
        cell: ({ view }) => shortInstant(view.startedAt, desk.now()),
      },
      { chinese: '函数 · 动作', english: 'Function · action', cell: opener },
      { chinese: '谁', english: 'Who', cell: ({ view }) => whoCell(view, desk) },
      { chinese: '结果', english: 'State', cell: ({ view }) => stateMark(view.state) },
      { chinese: '耗时', english: 'Time taken', number: true, cell: ({ view }) => milliseconds(view.ms) },
      { chinese: '请求', english: 'Requests', number: true, cell: ({ view }) => view.requests },
      { chinese: '输出', english: 'Lines', number: true, cell: ({ view }) => view.lines },
    ],
    keyOf: ({ view }) => view.requestId,
    empty: '还没有这样的调用 No such calls yet',
    below: ({ open }) => (open ? callDetail(open, desk) : undefined),
  });
}

function whoCell({ openid, source }: CallView, desk: Desk): Node {
  const name = openid === undefined ? '—' : (desk.personName(openid) ?? openid);
  return element('div', { title: openid }, name, element('div', { class: 'faint' }, source));
}

function filterBar(query: URLSearchParams, changed: () => void) {
  const fn = select([['', '全部 All']]);
  const openid = element('input', { list: 'persons', placeholder: '全部 All', autocomplete: 'off' });
  openid.value = query.get('openid') ?? '';
  const persons = element('datalist', { id: 'persons' });
  const failed = element('input', { type: 'checkbox' });
  for (const control of [fn, openid, failed]) control.addEventListener('change', changed);
  const asked = query.get('fn') ?? '';
  let offered = '';
  const node = element(
    'div',
    { class: 'bar' },
    field('函数', 'Function', fn),
    field('谁', 'openid', openid),
    element('label', { class: 'check' }, failed, ' 只看失败 Failed only'),
    persons,
  );
  return {
    node,
    query: () => ({ fn: fn.value, openid: openid.value.trim(), failed: failed.checked ? '1' : '' }),
    offer(names: string[], known: [openid: string, name: string][]) {
      const offer = JSON.stringify([names, known]);
      if (offer === offered) return;
      const chosen = offered === '' ? asked : fn.value;
      offered = offer;
      fn.replaceChildren(
        ...select([['', '全部 All'], ...names.map((name) => [name, name] as const)]).children,
      );
      fn.value = chosen;
      persons.replaceChildren(...known.map(([value, name]) => element('option', { value }, name)));
    },
  };
}
