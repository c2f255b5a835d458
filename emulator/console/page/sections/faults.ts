import type { CollectionView, FaultsView, FaultView } from '../../shapes';
import { button, element } from '../dom';
import type { Desk, Section } from '../section';
import { table } from '../table';
import { faultForm } from './fault-form';

export const faults: Section = {
  name: 'faults',
  title: '故障',
  mount(root, desk) {
    const form = faultForm((body) =>
      desk.act(async () => {
        await desk.api.post('faults', body);
      }),
    );
    const list = faultTable(desk);
    const counts = element('dl', { class: 'facts' });
    const reset = () =>
      desk.act(async () => {
        await desk.api.post('faults/reset');
      });
    root.append(
      form.node,
      list.node,
      element(
        'section',
        { class: 'card' },
        element('h2', {}, '上次清零以来的数据库请求'),
        counts,
        button('全部清零', reset),
      ),
    );
    return {
      async refresh() {
        const view = await desk.api.get<FaultsView>('faults');
        form.offer((await desk.api.get<CollectionView[]>('collections')).map(({ name }) => name));
        list.draw(view.faults);
        const rows = Object.entries(view.requests);
        counts.replaceChildren(
          ...rows.flatMap(([action, count]) => [element('dt', {}, action), element('dd', {}, count)]),
        );
      },
    };
  },
};

function faultTable(desk: Desk) {
  const remove = ({ id }: FaultView) =>
    button(
      '移除',
      () =>
        desk.act(async () => {
          await desk.api.post('faults/remove', { id });
        }),
      'danger',
    );
  return table<FaultView>({
    columns: [
      { title: '动作', cell: ({ action }) => element('code', {}, action ?? '任意') },
      { title: '集合', cell: ({ collection }) => collection ?? '任意' },
      { title: '效果', cell: effectCell },
      { title: '何时', cell: whenCell },
      { title: '命中 / 匹配', number: true, cell: ({ hits, matched }) => `${hits} / ${matched}` },
      { title: '操作', cell: remove },
    ],
    keyOf: ({ id }) => String(id),
    empty: '没有故障',
  });
}

function effectCell({ effect, delayMs, code }: FaultView): string {
  return [effect, delayMs === undefined ? '' : `${delayMs} ms`, code ?? ''].filter(Boolean).join(' ');
}

function whenCell({ nth, times, chance, seed }: FaultView): string {
  const span =
    times === undefined ? `第 ${nth} 次起` : times === 1 ? `第 ${nth} 次` : `第 ${nth} 次起 ${times} 次`;
  return chance === undefined ? span : `${span}，概率 ${chance}（种子 ${seed ?? 1}）`;
}
