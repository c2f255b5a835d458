import type { OwnRoll } from '@contract/rolls';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { ChallengeCard } from '@/features/rolls/challenge-card';
import { ChallengeDesk } from '@/features/rolls/challenge-desk';
import { ChallengeRoll } from '@/features/rolls/challenge-roll';
import { RollFacts, RollParts } from '@/features/rolls/roll-parts';
import { open } from '@/services/navigate';

function Mine({ roll }: { roll: OwnRoll }) {
  if (roll.mine.length === 0) return null;
  return (
    <Section title="您提的异议">
      {roll.mine.map((one) => (
        <ChallengeCard key={one.id} challenge={one} />
      ))}
    </Section>
  );
}

/** Where owners vote, a home is what brings somebody onto the roll; an office that is not theirs here has nothing to claim. */
const mayClaim = ({ absent, homes, area, can }: OwnRoll) =>
  absent !== null && homes.length === 0 && area !== null && can.answer !== null;

function Roll({ roll }: { roll: OwnRoll }) {
  const [asking, setAsking] = useState(false);
  const may = roll.can.challenge === null && roll.homes.length + roll.parts.length > 0;
  return (
    <>
      <View className="rolls-label">
        <Text>{roll.title}</Text>
      </View>
      <RollParts roll={roll} />
      {mayClaim(roll) && (
        <Button kind="plain" icon="key" onTap={() => open('/packages/members/claim/index')}>
          认领房屋
        </Button>
      )}
      {may && (
        <Button kind="plain" onTap={() => setAsking(true)}>
          名册不对，我要提出
        </Button>
      )}
      <Mine roll={roll} />
      <RollFacts roll={roll} />
      {roll.can.answer === null && <ChallengeDesk roll={roll} />}
      {asking && <ChallengeRoll roll={roll} onClose={() => setAsking(false)} />}
    </>
  );
}

/** 名册 of one vote: am I on it, with what weight and why, and how to have it corrected. */
export default function RollPage() {
  const { motionId = '' } = useRouter().params;
  const roll = useCall('rolls.mine', { motionId }, { enabled: motionId !== '' });
  return (
    <Page title="名册">
      <Loaded of={roll}>{(shown) => <Roll roll={shown} />}</Loaded>
    </Page>
  );
}
