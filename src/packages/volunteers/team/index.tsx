import type { TeamDetail } from '@contract/teams';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { Facts } from '@/features/volunteers/facts';
import { TeamMembers } from '@/features/volunteers/team-members';
import { JOINING, MINE } from '@/features/volunteers/team-words';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';

function Head({ team }: { team: TeamDetail }) {
  const { name, colourLabel, placeName, purpose, leaders, members, joining, mine } = team;
  const own = mine && MINE[mine];
  return (
    <Card>
      <Tags>
        <Tag tone="sky">{colourLabel}</Tag>
        {own && (
          <Tag tone={own.tone} icon={own.icon}>
            {own.text}
          </Tag>
        )}
      </Tags>
      <View className="volunteer-title">
        <Text>{name}</Text>
      </View>
      <View className="volunteer-words">
        <Text>{purpose}</Text>
      </View>
      <Facts
        facts={[
          { label: '地方', value: placeName },
          { label: '队长', value: leaders.join('、') || '还没有' },
          { label: '人数', value: `${members} 人` },
          { label: '加入', value: JOINING[joining] },
        ]}
      />
    </Card>
  );
}

/** In at once, or with a word to the leader. */
function Join({ team: { id, joining, can } }: { team: TeamDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('teams.join');
  const reason = denial(can.join);
  if (joining === 'open') {
    return (
      <>
        {command.error && <ErrorBox error={command.error} />}
        <Button onTap={() => command.send({ id })} reason={reason}>
          加入这支队伍
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onTap={() => setAsking(true)} reason={reason}>
        申请加入
      </Button>
      {asking && (
        <ReasonSheet
          title="跟队长说一句"
          confirm="申请加入"
          draft={`join:${id}`}
          label="说明"
          placeholder="比如：我会理发，周末有空"
          optional
          max={60}
          error={command.error}
          onSend={(note) => command.send({ id, note })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Leave({ team: { id, mine } }: { team: TeamDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('teams.leave');
  const leave = async () => {
    if (await command.send({ id })) setAsking(false);
  };
  return (
    <>
      <Button kind="plain" onTap={() => setAsking(true)}>
        {mine === 'asked' ? '不申请了' : '退出队伍'}
      </Button>
      <Confirm
        open={asking}
        danger
        title={mine === 'asked' ? '不申请了吗？' : '退出这支队伍吗？'}
        text="已经做的时长都在，以后还可以再加入。报了名的班不会退，来不了请到班里退出。"
        confirm={mine === 'asked' ? '不申请了' : '退出'}
        error={command.error}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Close({ team: { id, revision } }: { team: TeamDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('teams.close');
  return (
    <>
      <Button kind="danger" onTap={() => setAsking(true)}>
        解散队伍
      </Button>
      {asking && (
        <ReasonSheet
          title="解散这支队伍吗？"
          text="队员都会收到消息和原因。大家做过的时长都在。"
          confirm="解散"
          danger
          draft={`close-team:${id}`}
          label="原因"
          max={100}
          error={command.error}
          onSend={(reason) => command.send({ id, revision, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** A team: what it does, who leads it, and how to get in. */
export default function TeamPage() {
  const id = pageId(useRouter().params);
  const team = useCall('teams.detail', { id }, { enabled: id !== '' });
  const { data } = team;
  // An office from elsewhere keeps the team and is not of it.
  const stranger = data?.can.join === 'SHIFT_REPORT_FIRST' && data.can.edit === null;
  return (
    <Page
      title="志愿队伍"
      bottom={data && data.mine === null && !data.closed && !stranger && <Join team={data} />}
    >
      <Loaded of={team}>
        {(shown) => (
          <>
            {shown.closed && (
              <Notice tone="clay" icon="cross" title="这支队伍解散了">
                <Text>原因：{shown.closed.reason}</Text>
              </Notice>
            )}
            <Head team={shown} />
            <TeamMembers team={shown} />
            {shown.can.edit === null && (
              <Button
                kind="plain"
                icon="edit"
                onTap={() => open('/packages/volunteers/team-make/index', { placeId: shown.placeId, id })}
              >
                改队伍说明
              </Button>
            )}
            {shown.mine !== null && shown.can.leave === null && <Leave team={shown} />}
            {shown.can.close === null && <Close team={shown} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
