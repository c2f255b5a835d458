import type { SentMessage } from '../../../openapi/outbox';
import { element } from '../dom';
import { shortInstant } from '../format';
import type { Section } from '../section';
import { table } from '../table';

type Numbered = SentMessage & { key: string };

export const outbox: Section = {
  name: 'outbox',
  title: '发件箱',
  mount(root, desk) {
    const list = table<Numbered>({
      columns: [
        {
          title: '时间',
          when: true,
          cell: ({ sentAt }) => shortInstant(sentAt, desk.now()),
        },
        { title: '收件人', cell: ({ openid }) => desk.personName(openid) ?? openid },
        { title: '模板', cell: ({ templateId }) => element('code', {}, templateId) },
        { title: '内容', cell: fieldsCell },
        { title: '页面', cell: ({ page }) => page ?? '—' },
      ],
      keyOf: ({ key }) => key,
      empty: '还没有发出订阅消息',
    });
    root.append(list.node);
    return {
      async refresh() {
        const messages = await desk.api.get<SentMessage[]>('outbox');
        // Newest first: counted from the end, a message keeps its key when others come.
        list.draw(
          messages.map((message, at) => ({ ...message, key: String(messages.length - at) })),
          desk.now(),
        );
      },
    };
  },
};

function fieldsCell({ data }: SentMessage): HTMLElement {
  const rows = Object.entries(data).flatMap(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, value),
  ]);
  return element('dl', { class: 'fields' }, ...rows);
}
