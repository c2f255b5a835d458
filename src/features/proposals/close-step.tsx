import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { useCommand } from '@/features/calls/use-command';
import { useDraft } from '@/features/calls/use-draft';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import type { StepProps } from './reason-steps';

/** Whoever took on a 公事 or 家事 reports that it is done, with photos. */
export function CloseStep({ proposal: { id, revision }, onClose }: StepProps) {
  const photos = useDraft<string[]>(`close-photos:${id}`, () => []);
  const sending = useSending();
  const command = useCommand('proposals.closeHandled');
  const close = async (text: string) => {
    const closed = await command.send({ id, revision, text, photos: photos.value });
    if (closed) photos.drop();
    return closed;
  };
  return (
    <ReasonSheet
      draft={`close:${id}`}
      title="报告办好了"
      text="提出人会收到消息，由他确认。不满意会退回来接着办。"
      confirm="办好了，请提出人确认"
      label="办理结果"
      placeholder="比如：换了三盏楼道灯，都亮了"
      max={500}
      reason={sending.reason}
      error={command.error}
      onSend={close}
      onClose={onClose}
    >
      <PhotoPicker
        label="完工照片"
        optional
        value={photos.value}
        onChange={photos.set}
        onSending={sending.onSending}
      />
    </ReasonSheet>
  );
}
