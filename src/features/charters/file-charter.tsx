import type { CharterDetail } from '@contract/charters';
import { DateField } from '@/components/date-field/date-field';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

interface Filing {
  filedOn: string | null;
  office: string;
  photos: string[];
}

const BLANK: Filing = { filedOn: null, office: '', photos: [] };

function missingIn({ filedOn, office, photos }: Filing): string | undefined {
  if (!filedOn || !office.trim()) return '请填哪天报的、报给哪里';
  return photos.length > 0 ? undefined : '请拍下回执或者送达的凭证';
}

/** Records that the version in force was filed. */
export function FileCharter({ charter, onClose }: { charter: CharterDetail; onClose: () => void }) {
  const { id, revision, current: number } = charter;
  const { value, change, drop } = useDraftForm<Filing>(`file-charter:${id}:${number}`, () => BLANK);
  const sending = useSending();
  const command = useCommand('charters.file');
  const send = async () => {
    const { filedOn, office, photos } = value;
    if (!filedOn || !(await command.send({ id, revision, number, filedOn, office, photos }))) return;
    drop();
    onClose();
  };
  return (
    <Confirm
      open
      title={`登记第${number}版的报备`}
      confirm="登记"
      reason={missingIn(value) ?? sending.reason}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <DateField
        label="哪天报的"
        value={value.filedOn}
        to={dayOf(serverNow())}
        onChange={(filedOn) => change({ filedOn })}
        error={command.fields.filedOn}
      />
      <TextInput
        label="报给哪里"
        hint="比如：望江街道办事处"
        value={value.office}
        onChange={(office) => change({ office })}
        max={40}
        error={command.fields.office}
      />
      <PhotoPicker
        label="凭证照片"
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
    </Confirm>
  );
}
