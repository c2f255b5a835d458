import type { RegisterView } from '@contract/register';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { HomeField } from '@/features/members/home-field';
import { relationWords } from '@/features/members/relation-words';
import { RemoveTie } from '@/features/members/remove-tie';
import { messages } from '@/services/messages';

type Person = RegisterView['people'][number];

function People({ home }: { home: RegisterView }) {
  const [leaving, setLeaving] = useState<Person | null>(null);
  const denial = home.can.removeTie;
  if (home.people.length === 0)
    return <Empty icon="home" title="还没有人认领这套房" text="有人认领以后，会列在这里。" />;
  return (
    <Section title="认领了这套房的人">
      {denial && <Notice tone="clay" icon="lock" title={messages[denial]} />}
      <List>
        {home.people.map((person) => (
          <ListItem
            key={person.personId}
            icon="person"
            title={person.name}
            note={relationWords(person.relation)}
            right={
              denial === null && (
                <Button
                  kind="quiet"
                  size="small"
                  label={`解除${person.name}和${home.label}的关系`}
                  onTap={() => setLeaving(person)}
                >
                  解除
                </Button>
              )
            }
          />
        ))}
      </List>
      {leaving && <RemoveTie home={home} person={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  );
}

function Home({ homeId }: { homeId: string }) {
  const home = useCall('members.register', { homeId });
  return <Loaded of={home}>{(shown) => <People home={shown} />}</Loaded>;
}

/** Who uses the app for a home, and ending a tie that is over or was wrong. */
export default function TiesPage() {
  const { placeId } = useRouter().params;
  const [homeId, setHomeId] = useState<string | null>(null);
  return (
    <Page title="住户和房屋">
      <Notice tone="sky" icon="info" title="房子卖了、搬走了，或者认领错了">
        <Text>先找到房子，再解除那个人和房子的关系。</Text>
      </Notice>
      <HomeField start={placeId} hint="从小区、楼栋找到那一套" value={homeId} onChange={setHomeId} />
      {homeId && <Home key={homeId} homeId={homeId} />}
    </Page>
  );
}
