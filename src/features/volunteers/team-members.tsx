import type { TeamDetail, TeamMemberView } from '@contract/teams';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';
import './volunteers.scss';

interface MemberProps {
  team: TeamDetail;
  member: TeamMemberView;
}

function LetIn({ team, member }: MemberProps) {
  const command = useCommand('teams.letIn');
  const answer = (letIn: boolean) => () => command.send({ id: team.id, memberId: member.id, letIn });
  return (
    <View className="volunteer-turns volunteer-inside">
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="plain" size="small" icon="check" label={`同意${member.name}加入`} onTap={answer(true)}>
        同意
      </Button>
      <Button kind="plain" size="small" label={`不同意${member.name}加入`} onTap={answer(false)}>
        不同意
      </Button>
    </View>
  );
}

function Appoint({ team, member }: MemberProps) {
  const command = useCommand('teams.appoint');
  const leads = !member.leader;
  const words = leads ? '请他当队长' : member.mine ? '我不当队长了' : '不再当队长';
  return (
    <View className="volunteer-turns volunteer-inside">
      {command.error && <ErrorBox error={command.error} />}
      <Button
        kind="quiet"
        size="small"
        label={`${words}：${member.name}`}
        onTap={() => command.send({ id: team.id, memberId: member.id, leads })}
      >
        {words}
      </Button>
    </View>
  );
}

function Member({ team, member }: MemberProps) {
  const { name, state, leader, mine, note, at } = member;
  const said = state === 'asked' ? '等着加入' : `${dateText(at, serverNow())}加入`;
  const who = [leader ? '队长' : '', mine ? '我' : '', said, note].filter(Boolean);
  const stepsBack = leader && mine;
  return (
    <View>
      <ListItem icon={leader ? 'heart' : 'person'} title={name} note={who.join(' · ')} />
      {state === 'asked' && team.can.letIn === null && <LetIn team={team} member={member} />}
      {state === 'member' && (team.can.appoint === null || stepsBack) && (
        <Appoint team={team} member={member} />
      )}
    </View>
  );
}

/** Names only, for the team's own people and the offices; who waits stands first. */
export function TeamMembers({ team }: { team: TeamDetail }) {
  const inside = team.mine === 'member' || team.mine === 'leader' || team.can.letIn === null;
  const members = usePages('teams.members', { id: team.id }, { enabled: inside });
  if (!inside) return null;
  return (
    <Section title="队员" count={team.waiting > 0 ? `${team.waiting} 位等您同意` : `${team.members} 人`}>
      <Loaded of={members}>
        {(rows) => (
          <List>
            {rows.map((member) => (
              <Member key={member.id} team={team} member={member} />
            ))}
          </List>
        )}
      </Loaded>
      {members.more && (
        <Button kind="quiet" onTap={members.more}>
          看更多队员
        </Button>
      )}
    </Section>
  );
}
