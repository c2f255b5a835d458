import type { HomeView } from '@contract/overview';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { Sheet } from '@/components/sheet/sheet';
import { Tap } from '@/components/tap/tap';
import { useElder } from '@/services/elder';
import { choosePlace } from './chosen';
import './overview.scss';

type PlaceChoice = HomeView['places'][number];

function fullName({ name, communityName }: PlaceChoice): string {
  return communityName === name ? name : `${communityName} · ${name}`;
}

interface PlacesSheetProps {
  home: HomeView;
  onClose: () => void;
}

function PlacesSheet({ home, onClose }: PlacesSheetProps) {
  const choose = (id: string) => {
    choosePlace(id);
    onClose();
  };
  return (
    <Sheet open title="看哪个地方的事" onClose={onClose}>
      <List>
        {home.places.map((place) => (
          <ListItem
            key={place.id}
            icon={place.id === home.place?.id ? 'check' : 'place'}
            title={place.name}
            note={
              place.by === 'home'
                ? `${place.communityName}，您家在这里`
                : `${place.communityName}，在您任职的范围里`
            }
            onTap={() => choose(place.id)}
          />
        ))}
      </List>
    </Sheet>
  );
}

interface NameProps {
  home: HomeView | undefined;
  onOpen: () => void;
}

function PlaceName({ home, onOpen }: NameProps) {
  const elder = useElder();
  const place = home?.place;
  const name = place ? (elder ? place.name : fullName(place)) : '坝坝会';
  if (!home || home.places.length < 2) {
    return (
      <View className="place-switch">
        <Text className="place-switch-name">{name}</Text>
      </View>
    );
  }
  return (
    <Tap className="place-switch" label={`${name}，换一个地方`} onTap={onOpen}>
      <Text className="place-switch-name">{name}</Text>
      <Icon name="down" className="place-switch-icon" />
    </Tap>
  );
}

/**
 * Which place one is looking at; a tap changes it where there are several. `head` belongs into the title bar, `sheet` into
 * the page: inside the bar it would lie under the page's foot.
 */
export function usePlaceSwitch(home: HomeView | undefined) {
  const [open, setOpen] = useState(false);
  return {
    head: <PlaceName home={home} onOpen={() => setOpen(true)} />,
    sheet: open && home && <PlacesSheet home={home} onClose={() => setOpen(false)} />,
  };
}
