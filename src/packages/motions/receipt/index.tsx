import type { ReceiptView } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { CheckInclusion } from '@/features/motions/check-inclusion';
import { CheckRecord } from '@/features/motions/check-record';
import { KeepReceipt } from '@/features/motions/keep-receipt';
import { secretOf } from '@/features/motions/motion-words';
import { openTab, replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';

const MINUTE = 60_000;

/** When the result comes, once: where nothing waits between the closing and the count, they are the same minute. */
function whenWords({ closesAt, resultAt }: ReceiptView, now: number): string {
  const closing = dayTimeText(closesAt, now);
  if (resultAt <= now) return `${closing} 截止，已经有结果了。`;
  if (resultAt - closesAt <= MINUTE) return `${closing} 截止，接着公布结果。`;
  return `${closing} 截止，${dayTimeText(resultAt, now)} 以后公布结果。`;
}

function titleOf({ channel, setAside }: ReceiptView): string {
  if (setAside) return '您家的纸质票已作废';
  return channel === 'phone' ? '您已投票' : '您的纸质票已计入';
}

const nextWords = (shown: ReceiptView, now: number) => `${shown.channelWords ?? ''}${whenWords(shown, now)}`;

function Earlier({ receipt }: { receipt: ReceiptView }) {
  if (receipt.earlier.length === 0) return null;
  return (
    <Section title="改过的票">
      <View>
        <Text>
          改过 {receipt.earlier.length} 次，只算最后这一次。上一次是{' '}
          {dateTimeText(receipt.earlier.at(-1)?.castAt ?? receipt.castAt, serverNow())}。
        </Text>
      </View>
    </Section>
  );
}

/** The receipt: what happened to my vote, and when the result comes. */
export default function ReceiptPage() {
  const { motionId = '', entryId = '' } = useRouter().params;
  const receipt = useCall('motions.receipt', { motionId, entryId }, { enabled: motionId !== '' });
  const now = serverNow();
  return (
    <Page title="投票回执" bottom={<Button onTap={() => openTab('home')}>回首页</Button>}>
      <Loaded of={receipt}>
        {(shown) => (
          <>
            <Receipt
              title={titleOf(shown)}
              lines={[
                { label: '表决', value: shown.motionTitle },
                { label: '投票人', value: shown.voterLabel },
                { label: '时间', value: dateTimeText(shown.castAt, now) },
                { label: '第几次投', value: `第 ${shown.revision} 次` },
              ]}
              secret={secretOf(shown)}
              code={shown.receipt}
              next={nextWords(shown, now)}
            >
              <Button
                kind="quiet"
                size="small"
                onTap={() => replaceWith('/packages/motions/detail/index', { id: motionId })}
              >
                回到这次表决
              </Button>
            </Receipt>
            {shown.resultAt <= now && <CheckInclusion receipt={shown} entryId={entryId} early={false} />}
            <KeepReceipt key={shown.receipt} signed={shown.signed} />
            <CheckRecord motionId={motionId} entryId={entryId} signed={shown.signed} />
            {shown.resultAt > now && <CheckInclusion receipt={shown} entryId={entryId} early />}
            <Earlier receipt={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
