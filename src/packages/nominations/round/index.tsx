import type { Candidate, RoundDetail } from '@contract/nominations';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { CandidateWords } from '@/features/nominations/candidate';
import { DraftVote } from '@/features/nominations/draft-vote';
import { NominationCard } from '@/features/nominations/nomination-card';
import { PHASES } from '@/features/nominations/nomination-words';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import '@/features/nominations/nominations.scss';

function Result({ round }: { round: RoundDetail }) {
  if (!round.result) return null;
  const { chosen, level } = round.result;
  const names = (ids: string[]) =>
    round.nominees
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('、');
  return (
    <Notice
      tone={chosen.length > 0 ? 'leaf' : 'clay'}
      icon={chosen.length > 0 ? 'check' : 'info'}
      title={chosen.length > 0 ? `当选：${names(chosen)}` : '这次没有人当选'}
    >
      {level.length > 0 && <Text>票数相同、名额不够：{names(level)}。由社区和大家商量怎么定。</Text>}
    </Notice>
  );
}

function Head({ round }: { round: RoundDetail }) {
  const { title, purpose, placeName, phase, closesAt, seats } = round;
  return (
    <Card>
      <Tags>
        <Tag tone={PHASES[phase].tone}>{PHASES[phase].text}</Tag>
      </Tags>
      <View className="nominations-name">
        <Text>{title}</Text>
      </View>
      <View className="nominations-words">
        <Text>{purpose}</Text>
      </View>
      <View className="nominations-small">
        <Dotted parts={[placeName, `选${seats}位`, `${dateTimeText(closesAt, serverNow())}前推荐`]} />
      </View>
    </Card>
  );
}

function Nominees({ nominees }: { nominees: Candidate[] }) {
  return (
    <Section title="候选人" count={`${nominees.length} 位`}>
      {nominees.length === 0 && (
        <Empty icon="people" title="还没有候选人" text="本人同意、社区核实以后，才列在这里。" />
      )}
      {nominees.map((candidate) => (
        <Card key={candidate.id}>
          <CandidateWords candidate={candidate} />
        </Card>
      ))}
    </Section>
  );
}

function Own({ round, title, rows }: { round: RoundDetail; title: string; rows: RoundDetail['mine'] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      {rows.map((nomination) => (
        <NominationCard key={nomination.id} round={round} nomination={nomination} />
      ))}
    </Section>
  );
}

/** The one thing to do now: to nominate, to look at the vote, or to draft it. */
function Main({ round }: { round: RoundDetail }) {
  const [drafting, setDrafting] = useState(false);
  const { id, motionId, can } = round;
  if (motionId && round.phase !== 'nominating') {
    return (
      <Button onTap={() => open('/packages/motions/detail/index', { id: motionId })}>看投票和结果</Button>
    );
  }
  if (can.nominate === null) {
    return <Button onTap={() => open('/packages/nominations/nominate/index', { id })}>我要推荐</Button>;
  }
  if (can.draftVote === 'NOT_ALLOWED') return null;
  return (
    <>
      <Button reason={can.draftVote ? messages[can.draftVote] : undefined} onTap={() => setDrafting(true)}>
        起草投票
      </Button>
      {drafting && <DraftVote round={round} onClose={() => setDrafting(false)} />}
    </>
  );
}

/** One round: whom it looks for, who stands, and what came of it. */
export default function RoundPage() {
  const { id = '' } = useRouter().params;
  const round = useCall('nominations.round', { id }, { enabled: id !== '' });
  return (
    <Page title="评选" bottom={round.data && <Main round={round.data} />}>
      <Loaded of={round}>
        {(shown) => (
          <>
            <Head round={shown} />
            <Result round={shown} />
            <Nominees nominees={shown.nominees} />
            <Own round={shown} title="和我有关的推荐" rows={shown.mine} />
            <Own round={shown} title="社区经办的推荐" rows={shown.waiting} />
            {shown.waitingMore && (
              <Notice tone="sky" title="推荐很多，这里没有列完">
                <Text>等核实的从最早的排起，核实几条，后面的就会排上来。</Text>
              </Notice>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
