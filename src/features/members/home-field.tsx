import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { Field } from '@/components/field/field';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { PickBox } from '@/components/pick-field/pick-field';
import { Sheet } from '@/components/sheet/sheet';
import { Button } from '@/components/button/button';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';

interface HomeFieldProps {
  value: string | null;
  onChange: (homeId: string) => void;
  error?: string;
  /** Where the walk begins; left out: at the city. */
  start?: string;
  hint?: string;
}

interface WalkProps {
  start?: string;
  onPick: (home: { id: string; label: string }) => void;
}

function Homes({ placeId, onPick }: Pick<WalkProps, 'onPick'> & { placeId: string }) {
  const homes = usePages('members.homes', { placeId });
  return (
    <Loaded of={homes}>
      {(rows) => (
        <List>
          {rows.map((home) => (
            <ListItem key={home.id} icon="home" title={home.label} onTap={() => onPick(home)} />
          ))}
          {homes.more && (
            <Button kind="quiet" onTap={homes.more}>
              再看一些
            </Button>
          )}
        </List>
      )}
    </Loaded>
  );
}

/** From the city down to the home, one tap a step; each step can be taken back. */
function Walk({ start, onPick }: WalkProps) {
  const [placeId, setPlaceId] = useState<string | null>(start ?? null);
  const branch = useCall('members.places', { parentId: placeId });
  return (
    <Loaded of={branch}>
      {({ place, children }) => (
        <>
          {place && (
            <Button kind="quiet" icon="back" onTap={() => setPlaceId(place.parentId)}>
              {`${place.name}，回到上一级`}
            </Button>
          )}
          <List>
            {children.map((child) => (
              <ListItem
                key={child.id}
                icon="building"
                title={child.name}
                onTap={() => setPlaceId(child.id)}
              />
            ))}
          </List>
          {place && <Homes placeId={place.id} onPick={onPick} />}
          {!place && children.length === 0 && <Empty title="还没有录入地方" text="请联系社区。" />}
        </>
      )}
    </Loaded>
  );
}

/** Finding one's home by walking down the tree of places. */
export function HomeField({ value, onChange, error, start, hint }: HomeFieldProps) {
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState<string | null>(null);
  const pick = (home: { id: string; label: string }) => {
    setLabel(home.label);
    onChange(home.id);
    setOpen(false);
  };
  return (
    <Field label="哪一套房" hint={hint} error={error}>
      <PickBox
        label="哪一套房"
        text={value ? (label ?? '已选好') : null}
        placeholder={start ? '点开来找' : '从社区、小区、楼栋找到您家'}
        onTap={() => setOpen(true)}
      />
      {open && (
        <Sheet open title="哪一套房" onClose={() => setOpen(false)}>
          <Walk start={start} onPick={pick} />
        </Sheet>
      )}
    </Field>
  );
}
