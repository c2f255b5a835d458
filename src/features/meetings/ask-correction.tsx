import type { MinutesRecord } from '@contract/minutes';
import { Text } from '@tarojs/components';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';

const WHOLE = 'whole';

interface Words {
  item: string;
  wrong: string;
  should: string;
}

/** Somebody who was there says what is wrong and what it should say; what is not sent stays on the phone. */
export function AskCorrection({ record, onClose }: { record: MinutesRecord; onClose: () => void }) {
  const blank: Words = { item: WHOLE, wrong: '', should: '' };
  const { value, change, drop } = useDraftForm<Words>(`ask-correction:${record.meetingId}`, () => blank);
  const command = useCommand('minutes.askCorrection');
  const items = [{ id: WHOLE, title: '整篇纪要' }, ...record.agenda.map(({ id, title }) => ({ id, title }))];
  const send = async () => {
    const { item, wrong, should } = value;
    const itemId = item === WHOLE ? null : item;
    if (!(await command.send({ id: record.meetingId, itemId, wrong, should }))) return;
    drop();
    onClose();
  };
  return (
    <Confirm
      open
      title="纪要哪里写得不对？"
      confirm="提出来"
      reason={value.wrong.trim() && value.should.trim() ? undefined : '请写明哪里不对、应当怎么写'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <Text>您提的内容和社区的答复，大家都看得到。</Text>
      <PickField label="哪一项" choices={items} value={value.item} onChange={(item) => change({ item })} />
      <TextArea
        label="哪里不对"
        value={value.wrong}
        onChange={(wrong) => change({ wrong })}
        max={500}
        error={command.fields.wrong}
      />
      <TextArea
        label="应当怎么写"
        value={value.should}
        onChange={(should) => change({ should })}
        max={500}
        error={command.fields.should}
      />
    </Confirm>
  );
}
