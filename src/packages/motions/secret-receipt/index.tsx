import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { useCall } from '@/features/calls/use-call';
import { CheckMark } from '@/features/motions/check-mark';
import { CheckRecord } from '@/features/motions/check-record';
import { KeepReceipt } from '@/features/motions/keep-receipt';
import { openTab, replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';

/** That my secret ballot was taken. What it said is not here, nor anywhere else (SECRET-9). */
export default function SecretReceiptPage() {
  const { motionId = '', entryId = '' } = useRouter().params;
  const receipt = useCall('motions.secretReceipt', { motionId, entryId }, { enabled: motionId !== '' });
  const now = serverNow();
  return (
    <Page title="投票回执" bottom={<Button onTap={() => openTab('home')}>回首页</Button>}>
      <Loaded of={receipt}>
        {(shown) => (
          <>
            <Receipt
              title={shown.channel === 'box' ? '您家的纸质票放进票箱了' : '您已投票'}
              lines={[
                { label: '表决', value: shown.motionTitle },
                { label: '投票人', value: shown.voterLabel },
                { label: '时间', value: dateTimeText(shown.castAt, now) },
              ]}
              code={shown.receipt}
              next={`${shown.words}${shown.resultAt <= now ? '已经有结果了。' : `${dayTimeText(shown.resultAt, now)} 公布结果。`}`}
            >
              <Button
                kind="quiet"
                size="small"
                onTap={() => replaceWith('/packages/motions/detail/index', { id: motionId })}
              >
                回到这次表决
              </Button>
            </Receipt>
            <CheckMark receipt={shown} entryId={entryId} early={shown.resultAt > now} />
            <KeepReceipt key={shown.receipt} signed={shown.signed} />
            <CheckRecord motionId={motionId} entryId={entryId} signed={shown.signed} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
