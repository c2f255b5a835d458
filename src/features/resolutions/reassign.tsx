import type { ActionItemView, ResolutionDetail } from '@contract/resolutions';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { useOfficeChoice } from './office-choice';

interface ReassignProps {
  resolution: ResolutionDetail;
  item: ActionItemView;
  onClose: () => void;
}

/** Gives a piece of work to another office; what was reported so far stays. */
export function Reassign({ resolution, item, onClose }: ReassignProps) {
  const { chosen, field } = useOfficeChoice(resolution.placeId, '改由谁负责');
  const command = useCommand('resolutions.reassign');
  const give = async () => {
    if (!chosen) return;
    const { id, revision } = resolution;
    const { personId, office } = chosen;
    if (await command.send({ id, itemId: item.id, revision, personId, officeId: office.id })) onClose();
  };
  return (
    <Confirm
      open
      title={`改交：${item.title}`}
      confirm="改交"
      reason={chosen ? undefined : '请选择改由谁负责'}
      onConfirm={give}
      error={command.error}
      onClose={onClose}
    >
      {field}
    </Confirm>
  );
}
