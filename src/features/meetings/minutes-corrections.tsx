import type { MinutesCorrection, MinutesRecord } from '@contract/minutes';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import './minutes.scss';

function stateTag({ state, answer }: MinutesCorrection): { text: string; tone: 'leaf' | 'clay' | 'stone' } {
  if (state === 'open') return { text: '○ 等答复', tone: 'clay' };
  return state === 'adopted'
    ? { text: `✓ 已采纳，写进第${answer?.version ?? ''}版`, tone: 'leaf' }
    : { text: '✕ 没有采纳', tone: 'stone' };
}

function Asked({ asked }: { asked: MinutesCorrection }) {
  if (asked.held && asked.wrong === '') {
    return (
      <View className="minutes-small">
        <Text>内容还在核对，核对完大家才看得到</Text>
      </View>
    );
  }
  return (
    <>
      {asked.held && (
        <View className="minutes-small">
          <Text>内容还在核对，现在只有提的人和工作人员看得到</Text>
        </View>
      )}
      <View>
        <Text>哪里不对：{asked.wrong}</Text>
      </View>
      <View>
        <Text>应当写：{asked.should}</Text>
      </View>
    </>
  );
}

interface CardProps {
  asked: MinutesCorrection;
  record: MinutesRecord;
  onDecline: () => void;
}

function CorrectionCard({ asked, record, onDecline }: CardProps) {
  const tag = stateTag(asked);
  const { answer, by, at, itemId, state } = asked;
  const now = serverNow();
  const item = record.agenda.find(({ id }) => id === itemId)?.title ?? '整篇纪要';
  return (
    <Card>
      <Tags>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </Tags>
      <View className="minutes-label">
        <Text>{item}</Text>
      </View>
      <Asked asked={asked} />
      <View className="minutes-small">
        <Text>
          {by} · {dateTimeText(at, now)}提出
        </Text>
      </View>
      {answer && answer.reason !== '' && (
        <View>
          <Text>
            {answer.by}答复：{answer.reason}
          </Text>
        </View>
      )}
      {state === 'open' && record.can.answer === null && (
        <>
          <Button
            kind="plain"
            size="small"
            onTap={() => open('/packages/meetings/minutes/index', { id: record.meetingId, adopts: asked.id })}
          >
            采纳，写进新版
          </Button>
          <Button kind="plain" size="small" onTap={onDecline}>
            不采纳
          </Button>
        </>
      )}
    </Card>
  );
}

interface ListProps {
  items: readonly MinutesCorrection[];
  record: MinutesRecord;
  onDecline: (id: string) => void;
}

function CorrectionCards({ items, record, onDecline }: ListProps) {
  return (
    <>
      {items.map((asked) => (
        <CorrectionCard key={asked.id} asked={asked} record={record} onDecline={() => onDecline(asked.id)} />
      ))}
    </>
  );
}

/** All of them, page by page: the record itself has the newest alone. */
function AllCorrections({ record, onDecline }: Omit<ListProps, 'items'>) {
  const pages = usePages('minutes.corrections', { id: record.meetingId });
  return (
    <>
      <Loaded of={pages}>
        {(items) => <CorrectionCards items={items} record={record} onDecline={onDecline} />}
      </Loaded>
      {pages.more && (
        <Button kind="quiet" onTap={pages.more}>
          看更早提的
        </Button>
      )}
    </>
  );
}

/** What those who were there want corrected, with each answer; everybody reads both (MIN-4). */
export function MinutesCorrections({ record }: { record: MinutesRecord }) {
  const [declining, setDeclining] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const command = useCommand('minutes.declineCorrection');
  const { corrections, asked } = record;
  if (corrections.length === 0) return null;
  const decline = (reason: string) =>
    command.send({ id: record.meetingId, correctionId: declining ?? '', reason });
  return (
    <Section title="要求的更正">
      {all ? (
        <AllCorrections record={record} onDecline={setDeclining} />
      ) : (
        <CorrectionCards items={corrections} record={record} onDecline={setDeclining} />
      )}
      {!all && asked > corrections.length && (
        <Button kind="quiet" onTap={() => setAll(true)}>
          {`看全部${asked}条更正`}
        </Button>
      )}
      {declining && (
        <ReasonSheet
          draft={`decline-correction:${declining}`}
          title="为什么不采纳？"
          text="提的人和大家都看得到理由。"
          confirm="答复"
          error={command.error}
          onSend={decline}
          onClose={() => setDeclining(null)}
        />
      )}
    </Section>
  );
}
