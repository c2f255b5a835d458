import type { RowsView } from '../../shapes';
import { ApiError } from '../api';
import { button, element, field, label, select } from '../dom';
import { milliseconds } from '../format';
import type { Desk } from '../section';

const EXAMPLE = '{"_id": "…"}  {"at": {"$gte": {"$date": "2026-03-01T00:00:00Z"}}}';
const STAGES_EXAMPLE = '[{"$match": {}}, {"$group": {"_id": "$stage", "n": {"$sum": 1}}}]';
const KINDS = [
  ['query', '查询 Query'],
  ['aggregate', '聚合 Aggregate'],
] as const;

/** Asks the database; nothing in it can write. */
export function queryBox(desk: Desk, collection: () => string) {
  const controls = {
    kind: select(KINDS),
    text: element('textarea', { rows: '3', spellcheck: 'false', placeholder: EXAMPLE }),
    order: element('input', { placeholder: '{"createdAt": -1}', spellcheck: 'false', autocomplete: 'off' }),
    limit: element('input', { type: 'number', value: '20', min: '1', max: '200' }),
    skip: element('input', { type: 'number', value: '0', min: '0' }),
  };
  const result = element('div', { class: 'result', 'aria-live': 'polite' });
  const run = () =>
    desk.act(async () => {
      const body = { collection: collection(), ...asked(controls) };
      draw(result, await desk.api.post<RowsView>(`collections/${controls.kind.value}`, body));
    });
  const node = element(
    'div',
    { class: 'query' },
    ...fieldsOf(controls, () => result.replaceChildren()),
    button(label('查询', 'Run'), run, 'main'),
    result,
  );
  return { node, clear: () => result.replaceChildren() };
}

interface Controls {
  kind: HTMLSelectElement;
  text: HTMLTextAreaElement;
  order: HTMLInputElement;
  limit: HTMLInputElement;
  skip: HTMLInputElement;
}

function fieldsOf({ kind, text, order, limit, skip }: Controls, changed: () => void): HTMLElement[] {
  const paging = [field('排序', 'order', order), field('跳过', 'skip', skip), field('条数', 'limit', limit)];
  kind.addEventListener('change', () => {
    const aggregate = kind.value === 'aggregate';
    for (const part of paging) part.hidden = aggregate;
    text.placeholder = aggregate ? STAGES_EXAMPLE : EXAMPLE;
    text.value = '';
    changed();
  });
  return [
    element('div', { class: 'bar' }, field('方式', 'Kind', kind), ...paging),
    field('条件或管道（JSON）', 'Condition or stages', text),
  ];
}

function asked({ kind, text, order, limit, skip }: Controls): object {
  if (kind.value === 'aggregate') return { stages: parsed(text.value, '[]', '管道 stages') };
  return {
    where: parsed(text.value, '{}', '条件 where'),
    order: parsed(order.value, '{}', '排序 order'),
    limit: Number(limit.value),
    skip: Number(skip.value),
  };
}

function parsed(text: string, whenEmpty: string, name: string): unknown {
  try {
    return JSON.parse(text.trim() || whenEmpty);
  } catch (error) {
    throw new ApiError('refused', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function draw(result: HTMLElement, { rows, total, ms }: RowsView): void {
  const all = total === undefined ? '' : ` / 共 ${total} 条`;
  result.replaceChildren(
    element('p', { class: 'faint' }, `${rows.length} 条${all} · ${milliseconds(ms)}`),
    ...rows.map((row) => element('pre', { class: 'document' }, row)),
  );
}
