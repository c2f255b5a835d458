import type { SurgeDetail } from '@contract/surges';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { Stat } from '@/components/stat/stat';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { Facts } from '@/features/volunteers/facts';
import { denial } from '@/services/messages';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** Answers come in while it is looked at. */
const REFRESH_MS = 10_000;

function Head({ surge }: { surge: SurgeDetail }) {
  const { text, where, placeName, withinHours, askedAt, closesAt, state } = surge;
  return (
    <Card>
      <View className="volunteer-title">
        <Text>{text}</Text>
      </View>
      <Facts
        facts={[
          { label: '到哪里', value: `${placeName} ${where}` },
          { label: '多久', value: `${withinHours} 小时内能到` },
          { label: '发出', value: dateTimeText(askedAt, serverNow()) },
        ]}
      />
      {state === 'open' && <Countdown label="截止" from={askedAt} until={closesAt} />}
    </Card>
  );
}

function Answer({ surge: { id, mine, can } }: { surge: SurgeDetail }) {
  const command = useCommand('surges.answer');
  const answer = (coming: boolean) => () => command.send({ id, coming });
  const reason = denial(can.answer);
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      {mine !== 'coming' && (
        <Button icon="check" onTap={answer(true)} reason={reason}>
          我能来
        </Button>
      )}
      {mine !== 'not-coming' && reason === undefined && (
        <Button kind="plain" icon="cross" onTap={answer(false)}>
          我来不了
        </Button>
      )}
    </>
  );
}

function Mine({ surge: { mine, where } }: { surge: SurgeDetail }) {
  if (mine === 'coming') {
    return (
      <Notice tone="leaf" icon="check" title="您说了能来，谢谢您">
        <Text>请尽快到{where}。来不了了，在下面改一下。</Text>
      </Notice>
    );
  }
  return mine ? <Notice tone="stone" icon="cross" title="您说了来不了" /> : null;
}

function Coming({ surge: { coming, can } }: { surge: SurgeDetail }) {
  if (can.close === 'NOT_ALLOWED' || coming.length === 0) return null;
  return (
    <Section title="能来的" count={`${coming.length} 人`}>
      <List>
        {coming.map(({ id, name, at }) => (
          <ListItem key={id} icon="check" title={name} note={`${dateTimeText(at, serverNow())}回答`} />
        ))}
      </List>
    </Section>
  );
}

function Close({ surge: { id, can } }: { surge: SurgeDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('surges.close');
  if (can.close !== null) return null;
  const close = async () => {
    if (await command.send({ id })) setAsking(false);
  };
  return (
    <>
      <Button kind="danger" onTap={() => setAsking(true)}>
        人够了，结束召集
      </Button>
      <Confirm
        open={asking}
        danger
        title="结束这次召集吗？"
        text="结束以后不能再回答。"
        confirm="结束召集"
        error={command.error}
        onConfirm={close}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** Who can come within hours: answered in one tap, counted live. */
export default function SurgePage() {
  const id = pageId(useRouter().params);
  const surge = useCall('surges.detail', { id }, { enabled: id !== '', refreshEvery: REFRESH_MS });
  const { data } = surge;
  // An office from elsewhere asks and does not come.
  const asked = data?.can.answer !== 'SHIFT_REPORT_FIRST' || data.can.close !== null;
  return (
    <Page title="紧急召集" bottom={data?.state === 'open' && asked && <Answer surge={data} />}>
      <Loaded of={surge}>
        {(shown) => (
          <>
            {shown.state === 'closed' && <Notice tone="clay" icon="check" title="这次召集结束了，谢谢大家" />}
            <Mine surge={shown} />
            <Head surge={shown} />
            <Card>
              <View className="stats">
                <Stat value={String(shown.counts.coming)} unit="人" label="能来" tone="leaf" />
                <Stat value={String(shown.counts.notComing)} unit="人" label="来不了" />
              </View>
            </Card>
            <Coming surge={shown} />
            <Close surge={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
