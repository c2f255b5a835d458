import type { ResolutionDetail } from '@contract/resolutions';
import { useState } from 'react';
import { DateField } from '@/components/date-field/date-field';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { officeWords } from '@/features/members/office-words';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

/** Gives out a piece of work: what, which office, by when. */
export function AddItem({ resolution, onClose }: { resolution: ResolutionDetail; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [officeId, setOfficeId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const roster = useCall('members.whoIsWho', { placeId: resolution.placeId });
  const command = useCommand('resolutions.addItem');
  const lines = [...(roster.data?.here ?? []), ...(roster.data?.above ?? [])];
  const line = lines.find((one) => one.office.id === officeId);
  const add = async () => {
    if (!line || !dueOn) return;
    const { id, revision } = resolution;
    const { personId, office } = line;
    if (await command.send({ id, revision, title, personId, officeId: office.id, dueOn })) onClose();
  };
  return (
    <Confirm
      open
      title="交办一件事"
      confirm="交办"
      reason={title.trim() && line && dueOn ? undefined : '请写明什么事、谁负责、哪天办完'}
      onConfirm={add}
      error={command.error}
      onClose={onClose}
    >
      <TextInput label="什么事" value={title} onChange={setTitle} max={60} error={command.fields.title} />
      <PickField
        label="由谁负责"
        choices={lines.map(({ office, name }) => ({
          id: office.id,
          title: `${officeWords(office.office)} ${name}`,
          note: office.placeName,
        }))}
        value={officeId}
        onChange={setOfficeId}
      />
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
