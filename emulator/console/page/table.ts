import { element } from './dom';
import { day } from './format';
import { Rows } from './rows';

type Cell = Node | string | number | undefined;

interface Column<T> {
  title: string;
  cell: (item: T) => Cell;
  /** Numbers are read at the right edge. */
  number?: boolean;
  /** An instant stays on one line. */
  when?: boolean;
}

export interface Table<T> {
  readonly node: HTMLElement;
  /** `now`: by the cloud's clock, where items show instants. */
  draw(items: readonly T[], now?: number): void;
}

/** A table that becomes a list of cards on a narrow screen: each cell knows its heading. */
export function table<T>(options: {
  columns: readonly Column<T>[];
  keyOf: (item: T) => string;
  empty: string;
  /** What stands under an item, over all columns. */
  below?: (item: T) => HTMLElement | undefined;
}): Table<T> {
  const { columns, keyOf, empty, below } = options;
  const heads = columns.map(({ title, number }) =>
    element('th', { scope: 'col', class: number ? 'number' : undefined }, title),
  );
  const head = element('thead', {}, element('tr', {}, ...heads));
  const whole = element('table', {}, head);
  const wide = (child: Node | string) => {
    const cell = element('td', { class: 'wide' }, child);
    cell.colSpan = columns.length;
    return element('tr', { class: 'below' }, cell);
  };
  const build = (item: T) => {
    const cells = columns.map(({ title, cell, number, when }) =>
      element(
        'td',
        { 'data-label': title, class: number ? 'number' : when ? 'when' : undefined },
        cell(item),
      ),
    );
    const under = below?.(item);
    return element('tbody', {}, element('tr', {}, ...cells), under && wide(under));
  };
  const none = element('tbody', { class: 'empty' }, wide(empty));
  const bodies = new Rows<T>(whole, keyOf, build, none, head);
  return {
    node: element('div', { class: 'table' }, whole),
    // Instants of today show no day: when the day turns, or the clock jumps, they are drawn anew.
    draw: (items, now) => bodies.draw(items, now === undefined ? '' : day(now)),
  };
}
