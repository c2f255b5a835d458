import type { ActionItemView, ResolutionDetail } from '@contract/resolutions';
import { useState } from 'react';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { officeWords } from '@/features/members/office-words';

interface ReassignProps {
  resolution: ResolutionDetail;
  item: ActionItemView;
  onClose: () => void;
}

/** Gives a piece of work to another office; what was reported so far stays. */
export function Reassign({ resolution, item, onClose }: ReassignProps) {
  const [officeId, setOfficeId] = useState<string | null>(null);
  const roster = useCall('members.whoIsWho', { placeId: resolution.placeId });
  const command = useCommand('resolutions.reassign');
  const lines = [...(roster.data?.here ?? []), ...(roster.data?.above ?? [])];
  const line = lines.find((one) => one.office.id === officeId);
  const give = async () => {
    if (!line) return;
    const { id, revision } = resolution;
    const { personId, office } = line;
    if (await command.send({ id, itemId: item.id, revision, personId, officeId: office.id })) onClose();
  };
  return (
    <Confirm
      open
      title={`改交：${item.title}`}
      confirm="改交"
      reason={line ? undefined : '请选择改由谁负责'}
      onConfirm={give}
      error={command.error}
      onClose={onClose}
    >
      <PickField
        label="改由谁负责"
        choices={lines.map(({ office, name }) => ({
          id: office.id,
          title: `${officeWords(office.office)} ${name}`,
          note: office.placeName,
        }))}
        value={officeId}
        onChange={setOfficeId}
      />
    </Confirm>
  );
}
