import type { ResolutionDetail } from '@contract/resolutions';
import { useState } from 'react';
import { DateField } from '@/components/date-field/date-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { useOfficeChoice } from './office-choice';

/** Gives out a piece of work: what, which office, by when. */
export function AddItem({ resolution, onClose }: { resolution: ResolutionDetail; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const { chosen, field } = useOfficeChoice(resolution.placeId, '由谁负责');
  const command = useCommand('resolutions.addItem');
  const add = async () => {
    if (!chosen || !dueOn) return;
    const { id, revision } = resolution;
    const { personId, office } = chosen;
    if (await command.send({ id, revision, title, personId, officeId: office.id, dueOn })) onClose();
  };
  return (
    <Confirm
      open
      title="交办一件事"
      confirm="交办"
      reason={title.trim() && chosen && dueOn ? undefined : '请写明什么事、谁负责、哪天办完'}
      onConfirm={add}
      error={command.error}
      onClose={onClose}
    >
      <TextInput label="什么事" value={title} onChange={setTitle} max={60} error={command.fields.title} />
      {field}
      <DateField
        label="哪天以前办完"
        value={dueOn}
        from={dayOf(serverNow())}
        onChange={setDueOn}
        error={command.fields.dueOn}
      />
    </Confirm>
  );
}
