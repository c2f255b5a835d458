import type { ReactNode } from 'react';
import { Loaded } from '@/components/loaded/loaded';
import { JoinFirst } from './join-first';
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
      {({ place, signedIn }) => (place ? children(place.id) : <JoinFirst signedIn={signedIn} />)}
    </Loaded>
  );
}

/** What belongs to a place: the one that the page was opened for, else the one that the person looks at. */
export function Here({ placeId, children }: HereProps) {
  return placeId ? children(placeId) : <Chosen>{children}</Chosen>;
}
