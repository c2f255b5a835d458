import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type DemoPerson, becomePerson, demoPersons, localPerson } from '@/services/local-identity';
import { List, ListItem } from '../list-item/list-item';
import { Sheet } from '../sheet/sheet';
import { Tap } from '../tap/tap';
import './person-switch.scss';

/** Local build only: a strip that cannot be taken for part of the page, to become another demo person. */
export function PersonSwitch() {
  const [persons, setPersons] = useState<DemoPerson[]>([]);
  const [openid, setOpenid] = useState('');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    demoPersons()
      .then(setPersons)
      .catch(() => setPersons([]));
    void localPerson().then(setOpenid);
  }, []);
  const present = persons.find((person) => person.openid === openid);
  return (
    <View className="person-switch">
      <Tap className="person-switch-bar" onTap={() => setOpen(true)} label="换一个演示人物">
        <Text className="person-switch-local">本机演示</Text>
        <Text className="person-switch-name">
          {present ? `${present.name}（${present.roles}）` : openid || '没有选人'}
        </Text>
        <Text>换人</Text>
      </Tap>
      <Sheet open={open} title="换一个演示人物" onClose={() => setOpen(false)}>
        <List>
          {persons.map((person) => (
            <ListItem
              key={person.openid}
              title={person.name}
              note={person.roles}
              icon={person.openid === openid ? 'check' : 'person'}
              onTap={() => becomePerson(person.openid)}
            />
          ))}
          <ListItem
            title="新来的人"
            note="还没有登录"
            icon="plus"
            onTap={() => becomePerson(`visitor-${Date.now()}`)}
          />
        </List>
      </Sheet>
    </View>
  );
}
