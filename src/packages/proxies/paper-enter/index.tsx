import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Receipt } from '@/components/receipt/receipt';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { ProxyFields, type ReadProxy } from '@/features/proxies/paper-fields';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';

const TITLE = '登记委托书';

interface ProxyForm extends ReadProxy {
  photos: string[];
}

const BLANK: ProxyForm = { photos: [], holderId: null, wholeMeeting: false };

interface EnterProps {
  motionId: string;
  entryId: string;
  label: string;
  title: string;
  atMeeting: boolean;
}

function Entered({ motionId, label }: EnterProps) {
  return (
    <Page title={TITLE}>
      <Receipt
        title="登记好了"
        lines={[{ label: '委托人', value: label }]}
        next="还要另一位工作人员对着照片核对，核对以后才生效。委托人会收到通知。"
      >
        <Button kind="plain" onTap={() => replaceWith('/packages/proxies/papers/index', { id: motionId })}>
          登记下一份
        </Button>
      </Receipt>
    </Page>
  );
}

/** The form, kept on the phone until it is sent. */
function Enter(props: EnterProps) {
  const { motionId, entryId, label, title, atMeeting } = props;
  const draft = useDraftForm<ProxyForm>(`proxy:${motionId}:${entryId}`, () => BLANK);
  const [entered, setEntered] = useState(false);
  const sending = useSending();
  const command = useCommand('proxies.enterPaper');
  const { photos, holderId, wholeMeeting } = draft.value;
  const missing = photos.length === 0 ? '先拍下签了字的委托书' : holderId ? undefined : '找到并选好受托人';
  const send = async () => {
    if (!holderId) return;
    if (!(await command.send({ motionId, entryId, photos, holderId, wholeMeeting }))) return;
    draft.drop();
    setEntered(true);
  };
  if (entered) return <Entered {...props} />;
  return (
    <Page
      title={TITLE}
      bottom={
        <Button onTap={send} reason={sending.reason ?? missing} busyText="正在登记…">
          登记这份委托书
        </Button>
      }
    >
      <Notice tone="sky" icon="home" title={label}>
        <Text>{title}</Text>
      </Notice>
      <PhotoPicker
        label="签了字的委托书"
        hint="拍清楚两个人的签名"
        value={photos}
        onChange={(taken) => draft.change({ photos: taken })}
        onSending={sending.onSending}
      />
      <ProxyFields motionId={motionId} atMeeting={atMeeting} value={draft.value} onChange={draft.change} />
      {command.error && <ErrorBox error={command.error} />}
    </Page>
  );
}

/** Entering one voter's proxy on paper. */
export default function ProxyEnterPage() {
  const { motionId = '', entryId = '', label = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id: motionId }, { enabled: motionId !== '' });
  if (motion.data) {
    const { title, meetingId } = motion.data;
    const voter = { motionId, entryId, label: parameterText(label) };
    return <Enter {...voter} title={title} atMeeting={meetingId !== null} />;
  }
  return (
    <Page title={TITLE}>
      <Loaded of={motion}>{() => null}</Loaded>
    </Page>
  );
}
