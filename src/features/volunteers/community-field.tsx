import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Field } from '@/components/field/field';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { PickBox } from '@/components/pick-field/pick-field';
import { Sheet } from '@/components/sheet/sheet';
import { useCall } from '@/features/calls/use-call';

export interface PickedPlace {
  id: string;
  name: string;
}

interface CommunityFieldProps {
  value: PickedPlace | null;
  onChange: (place: PickedPlace) => void;
  error?: string;
}

function Walk({ onPick }: { onPick: (place: PickedPlace) => void }) {
  const [parentId, setParentId] = useState<string | null>(null);
  const branch = useCall('members.places', { parentId });
  return (
    <Loaded of={branch}>
      {({ place, children }) => (
        <>
          {place && (
            <Button kind="quiet" icon="back" onTap={() => setParentId(place.parentId)}>
              {`${place.name}，回到上一级`}
            </Button>
          )}
          <List>
            {children.map(({ id, kind, name }) => (
              <ListItem
                key={id}
                icon="place"
                title={name}
                note={kind === 'community' ? '报到这里' : undefined}
                onTap={() => (kind === 'community' ? onPick({ id, name }) : setParentId(id))}
              />
            ))}
          </List>
          {children.length === 0 && <Empty title="这里还没有社区" text="请回到上一级，选别的地方。" />}
        </>
      )}
    </Loaded>
  );
}

/** A community, found by walking down from the city. */
export function CommunityField({ value, onChange, error }: CommunityFieldProps) {
  const [open, setOpen] = useState(false);
  const pick = (place: PickedPlace) => {
    onChange(place);
    setOpen(false);
  };
  return (
    <Field label="报到哪里" error={error}>
      <PickBox
        label="报到哪里"
        text={value?.name ?? null}
        placeholder="从城市、街道找到社区"
        onTap={() => setOpen(true)}
      />
      {open && (
        <Sheet open title="报到哪里" onClose={() => setOpen(false)}>
          <Walk onPick={pick} />
        </Sheet>
      )}
    </Field>
  );
}
