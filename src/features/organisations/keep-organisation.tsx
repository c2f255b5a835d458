import type { OrganisationKind, OrganisationList, OrganisationView } from '@contract/organisations';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';

interface KeepProps {
  placeId: string;
  /** Null: a new one. */
  one: OrganisationView | null;
  kinds: OrganisationList['kinds'];
  onClose: () => void;
}

function useKeep({ placeId, one, onClose }: KeepProps) {
  const [kind, setKind] = useState<OrganisationKind | null>(one?.kind ?? null);
  const [words, setWords] = useState({
    name: one?.name ?? '',
    offers: one?.offers ?? '',
    contact: one?.contact ?? '',
  });
  const add = useCommand('organisations.add');
  const edit = useCommand('organisations.edit');
  const save = async () => {
    if (!kind) return;
    const kept = { ...words, kind };
    const saved = one
      ? await edit.send({ ...kept, id: one.id, revision: one.revision })
      : await add.send({ ...kept, placeId });
    if (saved) onClose();
  };
  const change = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  const missing = !kind || Object.values(words).some((word) => !word.trim());
  return { kind, setKind, words, change, save, missing, command: one ? edit : add };
}

/** Lists an organisation, changes what is listed, or takes it off. */
export function KeepOrganisation(props: KeepProps) {
  const { one, kinds, onClose } = props;
  const { kind, setKind, words, change, save, missing, command } = useKeep(props);
  const remove = useCommand('organisations.remove');
  const takeOff = async () => {
    if (one && (await remove.send({ id: one.id, revision: one.revision }))) onClose();
  };
  const { fields } = command;
  return (
    <Confirm
      open
      title={one ? one.name : '登记一个单位'}
      text="大家都看得到。不写电话，写找哪个职务的人。"
      confirm="存好"
      reason={missing ? '请填完下面几项' : undefined}
      error={command.error ?? remove.error}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        label="单位名称"
        value={words.name}
        onChange={(name) => change({ name })}
        max={40}
        error={fields.name}
      />
      <PickField
        label="单位类型"
        choices={kinds.map(({ id, label }) => ({ id, title: label }))}
        value={kind}
        onChange={setKind}
        error={fields.kind}
      />
      <TextArea
        label="能提供什么"
        hint="比如：会议室、停车位、义诊"
        value={words.offers}
        onChange={(offers) => change({ offers })}
        max={200}
        error={fields.offers}
      />
      <TextInput
        label="找谁（写职务）"
        value={words.contact}
        onChange={(contact) => change({ contact })}
        max={20}
        placeholder="比如：办公室主任"
        error={fields.contact}
      />
      {one && (
        <Button kind="danger" onTap={takeOff}>
          从名单上去掉
        </Button>
      )}
    </Confirm>
  );
}
