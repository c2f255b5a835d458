import type { VoterDocument, VoterGroup, VoterPapers } from '@contract/documents';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { PaperRow } from '@/features/documents/paper-row';

const NO_BUILDING = 'none';

interface PartsProps {
  kind: VoterDocument;
  title: string;
  note: string;
  motionId: string;
  group: VoterGroup;
}

/** A paper of a group, in as many files as it takes. */
function Parts({ kind, title, note, motionId, group }: PartsProps) {
  const count = group.parts[kind];
  const parts = Array.from({ length: count }, (_, n) => n + 1);
  return (
    <>
      {parts.map((part) => (
        <PaperRow
          key={part}
          title={count > 1 ? `${title}（第 ${part} 份，共 ${count} 份）` : title}
          note={note}
          asked={{ kind, id: motionId, groupId: group.id, part }}
        />
      ))}
    </>
  );
}

function Papers({ papers }: { papers: VoterPapers }) {
  const { groups, motionId, secret } = papers;
  const [picked, setPicked] = useState<string | null>(null);
  const group = groups.find(({ id }) => (id ?? NO_BUILDING) === picked) ?? groups[0];
  if (!group) return <Empty icon="people" title="名册里没有您负责的楼栋" />;
  const of = { motionId, group };
  return (
    <>
      <PickField
        label="打印哪一栋"
        choices={groups.map(({ id, name, voters }) => ({
          id: id ?? NO_BUILDING,
          title: name,
          note: `${voters} 票`,
        }))}
        value={group.id ?? NO_BUILDING}
        onChange={setPicked}
      />
      {secret ? (
        <Section title="领票名单" count={`${group.voters} 票`}>
          <Parts kind="door-list" title="领票名单" note="名册上的人都在，领票签名用，看不出谁投过" {...of} />
        </Section>
      ) : (
        <Section title="入户名单" count={`${group.notVoted} 票没投`}>
          {group.notVoted === 0 && <Empty icon="check" title="这一栋都投过了，不用入户" />}
          <Parts kind="door-list" title="入户名单" note="只有还没投票的，不显示别人怎么投" {...of} />
        </Section>
      )}
      {group.parts['paper-ballots'] === 0 ? (
        <Notice tone="sky" icon="info" title="这次表决只在手机上投，不收纸质票" />
      ) : (
        <Section title="纸质表决票" count={`${group.voters} 张`}>
          <Parts
            kind="paper-ballots"
            title="纸质表决票"
            note={secret ? '一票一页，不写名字，每一张都一样' : '一票一页，写好房号和面积'}
            {...of}
          />
        </Section>
      )}
      <Notice tone="clay" icon="eye-off" title="名单不要外传">
        <Text>只给入户的工作人员用，截止后销毁。每次打印都有记录。</Text>
      </Notice>
    </>
  );
}

/** Paper for those who do not vote by phone: ballots and the door list, one building at a time. */
export default function VotersPage() {
  const { id = '' } = useRouter().params;
  const papers = useCall('documents.voters', { id }, { enabled: id !== '' });
  return (
    <Page title="纸质投票">
      <Loaded of={papers}>{(shown) => <Papers papers={shown} />}</Loaded>
    </Page>
  );
}
