import type { PersonView } from '../../shapes';
import { element } from '../dom';
import { shortInstant } from '../format';
import type { Section } from '../section';
import { table } from '../table';

export const persons: Section = {
  name: 'persons',
  title: '人员',
  mount(root, desk) {
    const list = table<PersonView>({
      columns: [
        { title: '姓名', cell: ({ name }) => name ?? '（未登记）' },
        { title: '身份', cell: ({ roles }) => roles ?? '—' },
        { title: 'openid', cell: ({ openid }) => element('code', {}, openid) },
        { title: '调用', number: true, cell: callsCell },
        {
          title: '最近一次',
          when: true,
          cell: ({ lastCallAt }) => (lastCallAt === undefined ? '—' : shortInstant(lastCallAt, desk.now())),
        },
      ],
      keyOf: ({ openid }) => openid,
      empty: '项目没有列出人员，也还没有人调用',
    });
    root.append(element('p', { class: 'hint' }, '次数取自最近 1000 次调用。'), list.node);
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
