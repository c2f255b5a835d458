import type { TeamSummary } from '@contract/teams';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { PlaceOfService } from '@/features/volunteers/place-of-service';
import { JOINING, MINE } from '@/features/volunteers/team-words';
import { open } from '@/services/navigate';

function Team({ team: { id, name, colourLabel, placeName, members, joining, mine } }: { team: TeamSummary }) {
  const own = mine && MINE[mine];
  return (
    <ListItem
      title={name}
      note={[placeName, `${members} 人`, JOINING[joining]].join(' · ')}
      spoken={[colourLabel, own?.text].filter(Boolean).join('，')}
      tags={
        <Tags>
          <Tag tone="sky">{colourLabel}</Tag>
          {own && (
            <Tag tone={own.tone} icon={own.icon}>
              {own.text}
            </Tag>
          )}
        </Tags>
      }
      onTap={() => open('/packages/volunteers/team/index', { id })}
    />
  );
}

function Teams({ placeId }: { placeId: string }) {
  const teams = usePages('teams.list', { placeId });
  return (
    <>
      <Loaded of={teams}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon="people" title="这里还没有志愿队伍" text="社区建好以后，都在这里。" />
          ) : (
            <List>
              {items.map((team) => (
                <Team key={team.id} team={team} />
              ))}
            </List>
          )
        }
      </Loaded>
      {teams.more && (
        <Button kind="quiet" onTap={teams.more}>
          看更多
        </Button>
      )}
      {teams.first?.can.make === null && (
        <Button icon="plus" onTap={() => open('/packages/volunteers/team-make/index', { placeId })}>
          建一支队伍
        </Button>
      )}
    </>
  );
}

/** The teams of a place. */
export default function TeamsPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="志愿队伍">
      <PlaceOfService placeId={placeId}>{(here) => <Teams placeId={here} />}</PlaceOfService>
    </Page>
  );
}
