import type { ProxyPaperRow } from '@contract/proxies';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { PaperPhotos } from '@/features/motions/paper-photos';
import { PhotoCheck } from '@/features/photos/photo-check';
import { ProxyFields, type ReadProxy } from '@/features/proxies/paper-fields';
import { RejectProxy } from '@/features/proxies/reject-proxy';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';

const TITLE = '核对委托书';

const toList = (id: string) => replaceWith('/packages/proxies/papers/index', { id });

function Done({ row }: { row: ProxyPaperRow }) {
  return (
    <Page title={TITLE}>
      {row.state === 'accepted' ? (
        <Receipt
          title="核对好了"
          lines={[{ label: '委托人', value: row.label }]}
          next="已经通知委托人和受托人。"
        />
      ) : (
        <Notice tone="brand" icon="warn" title="两次登记不一致">
          <Text>没有生效。登记的人也收到了通知，请一起对着委托书重新登记。</Text>
        </Notice>
      )}
      <Button kind="plain" onTap={() => toList(row.motionId)}>
        回到列表
      </Button>
    </Page>
  );
}

/** Read from the photo, blind: whom the first officer read is not known to this phone. */
function Check({ row, atMeeting }: { row: ProxyPaperRow; atMeeting: boolean }) {
  const [read, setRead] = useState<ReadProxy>({ holderId: null, wholeMeeting: false });
  const [rejecting, setRejecting] = useState(false);
  const [done, setDone] = useState<ProxyPaperRow | null>(null);
  const command = useCommand('proxies.confirmPaper');
  const { proxyId, number, motionId, can } = row;
  const { holderId, wholeMeeting } = read;
  if (done) return <Done row={done} />;
  const confirm = async () => {
    if (holderId) setDone(await command.send({ proxyId, number, holderId, wholeMeeting }));
  };
  const bottom = (
    <Button
      onTap={confirm}
      reason={denial(can.confirm) ?? (holderId ? undefined : '先照着照片找到受托人')}
      note="两个人看的一样才生效"
    >
      核对好了
    </Button>
  );
  return (
    <Page title={TITLE} bottom={bottom}>
      <Notice tone="sky" icon="home" title={row.label}>
        <Text>{row.enteredByName}登记</Text>
      </Notice>
      <PaperPhotos photos={row.photos} />
      <PhotoCheck photos={row.photos} />
      <ProxyFields
        motionId={motionId}
        atMeeting={atMeeting}
        value={read}
        onChange={(part) => setRead((now) => ({ ...now, ...part }))}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="quiet" reason={denial(can.reject)} onTap={() => setRejecting(true)}>
        看不清或不合要求，退回
      </Button>
      {rejecting && (
        <RejectProxy row={row} onClose={() => setRejecting(false)} onDone={() => toList(motionId)} />
      )}
    </Page>
  );
}

/** Kept as it was opened: once it is checked, its photos are not given any more. */
function Opened({ paper, atMeeting }: { paper: ProxyPaperRow | undefined; atMeeting: boolean }) {
  const [row] = useState(paper);
  if (row) return <Check row={row} atMeeting={atMeeting} />;
  return (
    <Page title={TITLE}>
      <Empty icon="check" title="这份委托书已经处理过了" />
    </Page>
  );
}

/** The second officer's look at one proxy on paper. */
export default function ProxyCheckPage() {
  const { motionId = '', proxyId = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id: motionId }, { enabled: motionId !== '' });
  const waiting = useCall('proxies.papers', { motionId }, { enabled: motionId !== '' });
  if (motion.data && waiting.data) {
    const paper = waiting.data.items.find((row) => row.proxyId === proxyId);
    return <Opened paper={paper} atMeeting={motion.data.meetingId !== null} />;
  }
  return (
    <Page title={TITLE}>
      <Loaded of={motion}>{() => <Loaded of={waiting}>{() => null}</Loaded>}</Loaded>
    </Page>
  );
}
