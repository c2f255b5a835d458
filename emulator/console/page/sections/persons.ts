import type { PersonView } from '../../shapes';
import { element } from '../dom';
import { shortInstant } from '../format';
import type { Section } from '../section';
import { table } from '../table';

export const persons: Section = {
  name: 'persons',
  chinese: '人员',
  english: 'Persons',
  mount(root, desk) {
    const list = table<PersonView>({
      columns: [
        { chinese: '姓名', english: 'Name', cell: ({ name }) => name ?? '（未登记 not listed）' },
        { chinese: '身份', english: 'Roles', cell: ({ roles }) => roles ?? '—' },
        { chinese: 'openid', english: '', cell: ({ openid }) => element('code', {}, openid) },
        { chinese: '调用', english: 'Calls', number: true, cell: callsCell },
        {
          chinese: '最近一次',
          english: 'Last call',
          when: true,
          cell: ({ lastCallAt }) => (lastCallAt === undefined ? '—' : shortInstant(lastCallAt, desk.now())),
        },
      ],
      keyOf: ({ openid }) => openid,
      empty: '项目没有列出人员，也还没有人调用 Nobody is listed and nobody has called',
    });
    root.append(
      element('p', { class: 'hint' }, '次数取自最近 1000 次调用。Counts are of the last 1,000 calls.'),
      list.node,
    );
    return {
      async refresh() {
        list.draw(await desk.api.get<PersonView[]>('persons'), desk.now());
      },
    };
  },
};

function callsCell({ openid, calls }: PersonView): Node | string {
  return calls > 0 ? element('a', { href: `#calls?openid=${encodeURIComponent(openid)}` }, calls) : '0';
}
