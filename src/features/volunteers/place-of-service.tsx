import { type ReactNode, useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { JoinFirst } from '@/features/overview/join-first';
import { useHome } from '@/features/overview/use-home';
import { open } from '@/services/navigate';

interface ServedPlace {
  id: string;
  name: string;
  by: string;
}

interface PlaceOfServiceProps {
  /** Given where the page was opened for a place. */
  placeId?: string;
  children: (placeId: string) => ReactNode;
}

function Choose({ places, children }: { places: ServedPlace[] } & Pick<PlaceOfServiceProps, 'children'>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const here = places.find(({ id }) => id === chosen) ?? places[0];
  if (!here) {
    return (
      <Empty
        icon="heart"
        title="还没有可以服务的地方"
        text="在这里没有房子也能来：先报到一个社区，就能看到它的任务。"
        action={{ text: '去报到', onTap: () => open('/packages/volunteers/report-in/index') }}
      />
    );
  }
  return (
    <>
      {places.length > 1 && (
        <PickField
          label="看哪个地方的任务"
          choices={places.map(({ id, name, by }) => ({ id, title: name, note: by }))}
          value={here.id}
          onChange={setChosen}
        />
      )}
      {children(here.id)}
    </>
  );
}

function Own({ children }: Pick<PlaceOfServiceProps, 'children'>) {
  const home = useHome();
  const signedIn = home.data?.signedIn ?? false;
  const volunteer = useCall('volunteers.mine', {}, { enabled: signedIn });
  if (home.data && !signedIn) return <JoinFirst signedIn={false} />;
  return (
    <Loaded of={home}>
      {({ place }) => (
        <Loaded of={volunteer}>
          {({ reports }) => {
            const homes = place ? [{ id: place.id, name: place.name, by: '您现在看的地方' }] : [];
            const others = reports.filter(({ placeId }) => placeId !== place?.id);
            const reported = others.map(({ placeId, placeName }) => ({
              id: placeId,
              name: placeName,
              by: '您报到的地方',
            }));
            return <Choose places={[...homes, ...reported]}>{children}</Choose>;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Where somebody serves: the place that they look at, and those that they reported in to. */
export function PlaceOfService({ placeId, children }: PlaceOfServiceProps) {
  return placeId ? children(placeId) : <Own>{children}</Own>;
}
