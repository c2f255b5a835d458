import type { CallView, FunctionsView } from '../../shapes';
import { element, field, select } from '../dom';
import { milliseconds, shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';
import { callDetail, type OpenedCall, stateMark } from './call-detail';

export const calls: Section = {
  name: 'calls',
  title: '调用',
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
        title: '时间',
        when: true,
        cell: ({ view }) => shortInstant(view.startedAt, desk.now()),
      },
      { title: '函数 · 动作', cell: opener },
      { title: '谁', cell: ({ view }) => whoCell(view, desk) },
      { title: '结果', cell: ({ view }) => stateMark(view.state) },
      { title: '耗时', number: true, cell: ({ view }) => milliseconds(view.ms) },
      { title: '请求', number: true, cell: ({ view }) => view.requests },
      { title: '输出', number: true, cell: ({ view }) => view.lines },
    ],
    keyOf: ({ view }) => view.requestId,
    empty: '还没有这样的调用',
    below: ({ open }) => (open ? callDetail(open, desk) : undefined),
  });
}

function whoCell({ openid, source }: CallView, desk: Desk): Node {
  const name = openid === undefined ? '—' : (desk.personName(openid) ?? openid);
  return element('div', { title: openid }, name, element('div', { class: 'faint' }, source));
}

function filterBar(query: URLSearchParams, changed: () => void) {
  const fn = select([['', '全部']]);
  const openid = element('input', { list: 'persons', placeholder: '全部', autocomplete: 'off' });
  openid.value = query.get('openid') ?? '';
  const persons = element('datalist', { id: 'persons' });
  const failed = element('input', { type: 'checkbox' });
  for (const control of [fn, failed]) control.addEventListener('change', changed);
  openid.addEventListener('input', changed);
  const asked = query.get('fn') ?? '';
  let offered = '';
  const node = element(
    'div',
    { class: 'bar' },
    field('函数', fn),
    field('谁', openid),
    element('label', { class: 'check' }, failed, ' 只看失败'),
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
      fn.replaceChildren(...select([['', '全部'], ...names.map((name) => [name, name] as const)]).children);
      fn.value = chosen;
      persons.replaceChildren(...known.map(([value, name]) => element('option', { value }, name)));
    },
  };
}
