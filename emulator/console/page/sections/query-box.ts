import type { RowsView } from '../../shapes';
import { ApiError } from '../api';
import { button, element, field, select } from '../dom';
import { milliseconds } from '../format';
import type { Desk } from '../section';

const EXAMPLE = '{"_id": "…"}  {"at": {"$gte": {"$date": "2026-03-01T00:00:00Z"}}}';
const STAGES_EXAMPLE = '[{"$match": {}}, {"$group": {"_id": "$stage", "n": {"$sum": 1}}}]';
const KINDS = [
  ['query', '查询'],
  ['aggregate', '聚合'],
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
    button('查询', run, 'main'),
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
  const paging = [field('排序', order), field('跳过', skip), field('条数', limit)];
  kind.addEventListener('change', () => {
    const aggregate = kind.value === 'aggregate';
    for (const part of paging) part.hidden = aggregate;
    text.placeholder = aggregate ? STAGES_EXAMPLE : EXAMPLE;
    text.value = '';
    changed();
  });
  return [
    element('div', { class: 'bar' }, field('方式', kind), ...paging),
    field('条件或管道（JSON）', text),
  ];
}

function asked({ kind, text, order, limit, skip }: Controls): object {
  if (kind.value === 'aggregate') return { stages: parsed(text.value, '[]', '管道') };
  return {
    where: parsed(text.value, '{}', '条件'),
    order: parsed(order.value, '{}', '排序'),
    limit: Number(limit.value),
    skip: Number(skip.value),
  };
}

function parsed(text: string, whenEmpty: string, name: string): unknown {
  try {
    return JSON.parse(text.trim() || whenEmpty);
  } catch (error) {
    throw new ApiError(
      'refused',
      `${name}不是 JSON：${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function draw(result: HTMLElement, { rows, total, looked, ms }: RowsView): void {
  const facts = [
    total === undefined ? undefined : `符合条件 ${total} 个文档`,
    total === undefined ? `结果 ${rows.length} 条` : `显示 ${rows.length} 个`,
    looked === undefined ? undefined : `查看了 ${looked} 个文档`,
    `用时 ${milliseconds(ms)}`,
  ];
  result.replaceChildren(
    element('p', { class: 'faint' }, facts.filter((fact) => fact !== undefined).join(' · ')),
    ...rows.map((row) => element('pre', { class: 'document' }, row)),
  );
}
