import type { ReactNode } from 'react';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { useHome } from './use-home';

interface HereProps {
  /** Given where the page was opened for a place. */
  placeId?: string;
  children: (placeId: string) => ReactNode;
}

function Chosen({ children }: Pick<HereProps, 'children'>) {
  const home = useHome();
  return (
    <Loaded of={home}>
      {({ place }) =>
        place ? (
          children(place.id)
        ) : (
          <Empty icon="home" title="还不知道您住在哪里" text="先在“我的”里认领房屋，再来看这里的事。" />
        )
      }
    </Loaded>
  );
}

/** What belongs to a place: the one that the page was opened for, else the one that the person looks at. */
export function Here({ placeId, children }: HereProps) {
  return placeId ? children(placeId) : <Chosen>{children}</Chosen>;
}
