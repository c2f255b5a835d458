import type { Me, OwnClaim, TieView } from '@contract/members';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { CLAIM_TAGS, relationWords } from '@/features/members/relation-words';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

function Leave({ tie, onClose }: { tie: TieView; onClose: () => void }) {
  const command = useCommand('members.leaveHome');
  const leave = async () => {
    if (await command.send({ homeId: tie.homeId })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`退出${tie.label}吗？`}
      text="退出以后不能再用这套房提议，以后的表决也没有您的票，要重新认领。已经定好名册的表决，您还可以投完。"
      confirm="退出"
      onConfirm={leave}
      error={command.error}
      onClose={onClose}
    ></Confirm>
  );
}

function Claim({ claim }: { claim: OwnClaim }) {
  const withdraw = useCommand('members.withdrawClaim');
  const tag = CLAIM_TAGS[claim.state];
  return (
    <Card>
      <ListItem
        title={claim.homeLabel}
        note={`${relationWords(claim.relation)} · ${dateText(claim.createdAt, serverNow())}申请`}
        tags={
          <Tags>
            <Tag tone={tag.tone}>{tag.text}</Tag>
          </Tags>
        }
      />
      {claim.reason && <Text>理由：{claim.reason}</Text>}
      {withdraw.error && <ErrorBox error={withdraw.error} />}
      {claim.state === 'pending' && (
        <Button kind="quiet" onTap={() => withdraw.send({ claimId: claim.id })}>
          撤回申请
        </Button>
      )}
    </Card>
  );
}

function Ties({ me, onLeave }: { me: Me; onLeave: (tie: TieView) => void }) {
  if (me.ties.length === 0)
    return <Empty icon="home" title="还没有认领房屋" text="认领以后可以提议、联名和投票。" />;
  return (
    <List>
      {me.ties.map((tie) => (
        <ListItem
          key={tie.homeId}
          icon="home"
          title={tie.label}
          note={`${relationWords(tie.relation)} · ${dateText(tie.since, serverNow())}起`}
          tags={
            tie.gone && (
              <Tags>
                <Tag tone="clay">✕ 新的名册里没有这一户，请问社区</Tag>
              </Tags>
            )
          }
          right={
            <Button kind="quiet" size="small" onTap={() => onLeave(tie)} label={`退出${tie.label}`}>
              退出
            </Button>
          }
        />
      ))}
    </List>
  );
}

/** My homes, how I belong to them, and what became of my claims. */
export default function HomesPage() {
  const me = useMe();
  const [leaving, setLeaving] = useState<TieView | null>(null);
  return (
    <Page
      title="我的房屋"
      bottom={<Button onTap={() => open('/packages/members/claim/index')}>认领一套房</Button>}
    >
      <Loaded of={me}>
        {(shown) => (
          <>
            <Section title="认领了的">
              <Ties me={shown} onLeave={setLeaving} />
            </Section>
            {shown.claims.length > 0 && (
              <Section title="我的申请">
                {shown.claims.map((claim) => (
                  <Claim key={claim.id} claim={claim} />
                ))}
              </Section>
            )}
          </>
        )}
      </Loaded>
      {leaving && <Leave tie={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  );
}
