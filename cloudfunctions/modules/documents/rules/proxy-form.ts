import type { Block } from '@contract/documents';
import { dateWords, timeWords } from './dates';
import type { VoteFacts } from './facts';
import { questionLines } from './vote-parts';

export interface ProxyFacts {
  vote: VoteFacts;
  /** '1栋1单元102 等2套'; null: to be written by hand. */
  voterLabel: string | null;
  /** Whether several votes of one meeting can be entrusted together. */
  atMeeting: boolean;
  maxProxies: number;
}

const BLANK = '＿＿＿＿＿＿＿＿＿＿';

function terms({ vote, maxProxies }: ProxyFacts): string {
  return [
    `1. 受托人要在这里有登记的房屋或职务；物业不能接受委托，受托人不能再转托别人。`,
    `2. 一名受托人在一件表决里最多接受${maxProxies}份委托，超过的不生效。`,
    `3. 两名工作人员分别对照本委托书登记、核对以后生效，委托人会收到通知。`,
    `4. ${timeWords(vote.closesAt)}截止以前，委托人可以随时收回委托，也可以自己投票；自己投了的，以自己投的为准。`,
    `5. 收回以前已经代投的票，在委托人自己投票以前仍然有效。`,
  ].join('\n');
}

/** The form of a proxy for one vote or its meeting, filled in as far as it is known (PROXY-12). */
export function proxyFormBlocks(facts: ProxyFacts): Block[] {
  const { vote, voterLabel, atMeeting } = facts;
  const scopes = atMeeting ? ['只委托这一件表决', '委托这次会上的全部表决'] : ['只委托这一件表决'];
  return [
    { kind: 'title', text: '委托书' },
    { kind: 'number', text: `${vote.placeName}　${vote.bodyLabel}` },
    { kind: 'lines', lines: questionLines(vote) },
    { kind: 'paragraph', text: vote.text },
    {
      kind: 'lines',
      lines: [
        { label: '委托人（房屋）', value: voterLabel ?? BLANK },
        { label: '委托人姓名', value: BLANK },
        { label: '受托人姓名', value: BLANK },
        { label: '受托人房号', value: BLANK },
      ],
    },
    { kind: 'paragraph', text: '委托人不能亲自投票，委托上面的受托人按委托人的意思代为投票。委托的范围：' },
    { kind: 'choices', choices: scopes },
    { kind: 'signatures', lines: ['委托人签名', '受托人签名', '日期'] },
    { kind: 'small', text: terms(facts) },
    {
      kind: 'small',
      text: `依据《物业管理条例》第十二条。名册于${dateWords(vote.roll?.frozenAt ?? vote.opensAt)}确定，核对码 ${vote.roll?.hash ?? ''}`,
    },
  ];
}
