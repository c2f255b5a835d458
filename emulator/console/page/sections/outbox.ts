import type { SentMessage } from '../../../openapi/outbox';
import { element } from '../dom';
import { shortInstant } from '../format';
import type { Section } from '../section';
import { table } from '../table';

type Numbered = SentMessage & { key: string };

export const outbox: Section = {
  name: 'outbox',
  chinese: '发件箱',
  english: 'Outbox',
  mount(root, desk) {
    const list = table<Numbered>({
      columns: [
        {
          chinese: '时间',
          english: 'Time',
          when: true,
          cell: ({ sentAt }) => shortInstant(sentAt, desk.now()),
        },
        { chinese: '收件人', english: 'To', cell: ({ openid }) => desk.personName(openid) ?? openid },
        { chinese: '模板', english: 'Template', cell: ({ templateId }) => element('code', {}, templateId) },
        { chinese: '内容', english: 'Fields', cell: fieldsCell },
        { chinese: '页面', english: 'Page', cell: ({ page }) => page ?? '—' },
      ],
      keyOf: ({ key }) => key,
      empty: '还没有发出订阅消息 No subscription messages yet',
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
