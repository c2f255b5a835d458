import type { Me } from '@contract/members';
import type { HomeRelation } from '@contract/roles';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { HomeField } from './home-field';
import { relationWords } from './relation-words';

const RELATIONS = (['owner', 'co-owner', 'household-member', 'tenant'] as const).map((id) => ({
  id,
  title: relationWords(id),
}));

interface Proof {
  homeId: string | null;
  relation: HomeRelation | null;
  registerName: string;
  note: string;
}

const BLANK: Proof = { homeId: null, relation: null, registerName: '', note: '' };

/** Without a code: the home, who one is there, and a proof that a grid worker or the secretary looks at. */
export function ClaimWithProof({ onDone }: { onDone: (me: Me) => void }) {
  const { value, change, drop } = useDraftForm<Proof>('claim', () => BLANK);
  const [photos, setPhotos] = useState<string[]>([]);
  const sending = useSending();
  const command = useCommand('members.claimWithProof');
  const { homeId, relation } = value;
  const claim = async () => {
    if (!homeId || !relation) return;
    const me = await command.send({ ...value, homeId, relation, photos });
    if (!me) return;
    drop();
    onDone(me);
  };
  const ready = homeId && relation && value.registerName.trim();
  return (
    <>
      <HomeField
        value={homeId}
        onChange={(chosen) => change({ homeId: chosen })}
        error={command.fields.homeId}
      />
      <PickField
        label="您和房子的关系"
        choices={RELATIONS}
        value={relation}
        onChange={(chosen) => change({ relation: chosen })}
        error={command.fields.relation}
      />
      <TextInput
        label="登记的姓名"
        hint="和房产证、租房合同上一样"
        value={value.registerName}
        onChange={(registerName) => change({ registerName })}
        max={30}
        error={command.fields.registerName}
      />
      <TextArea
        label="说明"
        optional
        value={value.note}
        onChange={(note) => change({ note })}
        max={300}
        error={command.fields.note}
      />
      <PhotoPicker
        label="证明的照片"
        hint="房产证、购房或租房合同；身份证号请遮住"
        optional
        max={3}
        value={photos}
        onChange={setPhotos}
        onSending={sending.onSending}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={claim}
        reason={ready ? sending.reason : '请选好房屋、关系，填好姓名'}
        note="网格员或社区书记核对以后通知您"
      >
        提交证明
      </Button>
    </>
  );
}
