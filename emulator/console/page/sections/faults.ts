import type { CollectionView, FaultsView, FaultView } from '../../shapes';
import { button, element, label } from '../dom';
import type { Desk, Section } from '../section';
import { table } from '../table';
import { faultForm } from './fault-form';

export const faults: Section = {
  name: 'faults',
  chinese: '故障',
  english: 'Faults',
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
        element('h2', {}, label('上次清零以来的数据库请求', 'Database requests since the last reset')),
        counts,
        button(label('全部清零', 'Reset'), reset),
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
      label('移除', 'Remove'),
      () =>
        desk.act(async () => {
          await desk.api.post('faults/remove', { id });
        }),
      'danger',
    );
  return table<FaultView>({
    columns: [
      { chinese: '动作', english: 'Action', cell: ({ action }) => element('code', {}, action ?? '任意 any') },
      { chinese: '集合', english: 'Collection', cell: ({ collection }) => collection ?? '任意 any' },
      { chinese: '效果', english: 'Effect', cell: effectCell },
      { chinese: '何时', english: 'When', cell: whenCell },
      { chinese: '命中', english: 'Hits', number: true, cell: ({ hits, matched }) => `${hits} / ${matched}` },
      { chinese: '操作', english: 'Do', cell: remove },
    ],
    keyOf: ({ id }) => String(id),
    empty: '没有故障 No faults',
  });
}

function effectCell({ effect, delayMs, code }: FaultView): string {
  return [effect, delayMs === undefined ? '' : `${delayMs} ms`, code ?? ''].filter(Boolean).join(' ');
}

function whenCell({ nth, times, chance, seed }: FaultView): string {
  const span =
    times === undefined ? `第 ${nth} 次起` : times === 1 ? `第 ${nth} 次` : `第 ${nth} 次起 ${times} 次`;
  return chance === undefined ? span : `${span}，概率 ${chance}（seed ${seed ?? 1}）`;
}
