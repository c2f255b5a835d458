import type { ActionItemView, ResolutionDetail } from '@contract/resolutions';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';

const HOW_FAR = [
  { id: 'doing', title: '还在办' },
  { id: 'done', title: '办完了', note: '要有照片，再请提出人确认' },
] as const;

interface Words {
  text: string;
  photos: string[];
  how: 'doing' | 'done';
}

const BLANK: Words = { text: '', photos: [], how: 'doing' };

interface ReportProps {
  resolution: ResolutionDetail;
  item: ActionItemView;
  onClose: () => void;
}

/** Tells how far the work is, with photos. */
export function Report({ resolution, item, onClose }: ReportProps) {
  const { value, change, drop } = useDraftForm<Words>(`report:${item.id}`, () => BLANK);
  const sending = useSending();
  const command = useCommand('resolutions.report');
  const send = async () => {
    const { text, photos } = value;
    const { id, revision } = resolution;
    const done = value.how === 'done';
    if (!(await command.send({ id, revision, itemId: item.id, text, photos, done }))) return;
    drop();
    onClose();
  };
  return (
    <Confirm
      open
      title={item.title}
      confirm={value.how === 'done' ? '报告办完了' : '报告进展'}
      reason={value.text.trim() ? sending.reason : '请写一句办到哪一步了'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <ChoiceList
        label="办到哪一步"
        choices={HOW_FAR}
        value={value.how}
        onChange={(how) => change({ how })}
      />
      <TextArea
        label="说一句"
        value={value.text}
        onChange={(text) => change({ text })}
        max={500}
        error={command.fields.text}
      />
      <PhotoPicker
        label="现场照片"
        optional={value.how !== 'done'}
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
    </Confirm>
  );
}
