import type { MinutesRecord } from '@contract/minutes';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { MinutesCorrections } from '@/features/meetings/minutes-corrections';
import { MinutesVersions } from '@/features/meetings/minutes-versions';
import { MinutesText } from '@/features/meetings/minutes-words';
import { MinutesMain, MinutesMore } from '@/features/meetings/sign-minutes';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** Where the newest version stands: open to corrections, waiting for answers, or final. */
function Standing({ record }: { record: MinutesRecord }) {
  const { correctionsUntil, open, final } = record;
  const now = serverNow();
  if (final) {
    return (
      <Notice tone="leaf" icon="check" title={`第${final.number}版已经定稿`}>
        <Text>{dateTimeText(final.at, now)}定稿，校验码已记入审计记录。以后再改要写明理由，另出新版。</Text>
      </Notice>
    );
  }
  if (correctionsUntil === null) return null;
  if (now <= correctionsUntil) {
    return (
      <Notice tone="sky" title={`${dateTimeText(correctionsUntil, now)}前可以要求更正`}>
        <Text>到会报到过的人，觉得写得不对，可以要求更正。过了时间、都答复了，就定稿。</Text>
      </Notice>
    );
  }
  return (
    <Notice tone="clay" title={open > 0 ? `还有${open}条更正等答复` : '更正的时间已经过了'}>
      <Text>{open > 0 ? '都答复了才定稿。' : '马上就定稿。'}</Text>
    </Notice>
  );
}

/** The minutes of one meeting: what they say, each version with its confirmations, and what was asked to be corrected. */
export default function RecordPage() {
  const id = pageId(useRouter().params);
  const record = useCall('minutes.record', { id }, { enabled: id !== '' });
  return (
    <Page title="会议纪要" bottom={record.data && <MinutesMain record={record.data} />}>
      <Loaded of={record}>
        {(shown) => (
          <>
            <Standing record={shown} />
            {shown.words ? (
              <Section title={shown.meetingTitle}>
                <Card>
                  <MinutesText words={shown.words} agenda={shown.agenda} />
                </Card>
              </Section>
            ) : (
              <Empty icon="document" title="会议纪要还没有公布" />
            )}
            <MinutesCorrections record={shown} />
            <MinutesMore record={shown} />
            <MinutesVersions record={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
