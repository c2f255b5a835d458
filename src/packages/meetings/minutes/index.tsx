import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useCall } from '@/features/calls/use-call';
import { MinutesForm } from '@/features/meetings/minutes-form';

/** Writing the minutes; what is not sent stays on the phone. */
export default function MinutesPage() {
  const { id = '', adopts } = useRouter().params;
  const record = useCall('minutes.record', { id }, { enabled: id !== '' });
  return (
    <Page title="写会议纪要">
      <Loaded of={record}>{(shown) => <MinutesForm record={shown} adopts={adopts ? [adopts] : []} />}</Loaded>
    </Page>
  );
}
