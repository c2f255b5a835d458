import type { CollectionView, IndexView } from '../../shapes';
import { element } from '../dom';
import { Rows } from '../rows';
import type { Section } from '../section';
import { queryBox } from './query-box';

export const collections: Section = {
  name: 'collections',
  title: '集合',
  mount(root, desk, query) {
    let chosen = query.get('name') ?? '';
    let known: CollectionView[] = [];
    const indexes = element('div', { class: 'indexes' });
    const box = queryBox(desk, () => chosen);
    const title = element('h2', {});
    const choose = (name: string) => {
      chosen = name;
      box.clear();
      draw();
    };
    const listed = element('div', { class: 'picker' });
    const rows = new Rows<CollectionView & { chosen: boolean }>(
      listed,
      ({ name }) => name,
      (view) => pickerRow(view, () => choose(view.name)),
      element('p', { class: 'faint' }, '还没有集合'),
    );
    const draw = () => {
      rows.draw(known.map((view) => ({ ...view, chosen: view.name === chosen })));
      const view = known.find(({ name }) => name === chosen);
      title.textContent = view ? `${view.name} · ${view.count} 个文档` : '';
      indexes.replaceChildren(...(view?.indexes ?? []).map(indexMark));
    };
    const panel = element('div', { class: 'panel' }, title, indexes, box.node);
    root.append(element('div', { class: 'split' }, listed, panel));
    return {
      async refresh() {
        known = await desk.api.get<CollectionView[]>('collections');
        chosen ||= known[0]?.name ?? '';
        draw();
      },
    };
  },
};

function pickerRow({ name, count, chosen }: CollectionView & { chosen: boolean }, onClick: () => void) {
  const made = element(
    'button',
    { type: 'button', class: 'pick', 'aria-current': chosen ? 'true' : undefined },
    element('span', {}, name),
    element('span', { class: 'count' }, count),
  );
  made.addEventListener('click', onClick);
  return made;
}

function indexMark({ name, keys, unique }: IndexView): HTMLElement {
  const fields = keys.map(({ field, order }) => (order === -1 ? `${field} ↓` : field)).join(', ');
  return element('span', { class: 'index', title: name }, unique ? '唯一' : '索引', ` ${fields}`);
}
