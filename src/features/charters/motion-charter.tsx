import type { MotionDetail } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { CheckCode } from '@/features/proofs/check-code';
import { open } from '@/services/navigate';
import { Difference } from './articles';
import { DRAFT_TAGS, RULE_SUBJECTS } from './charter-words';
import './charters.scss';

function Change({ motionId }: { motionId: string }) {
  const charter = useCall('charters.ofMotion', { motionId });
  return (
    <Loaded of={charter}>
      {({ title, base, effect, difference, state, hash, charterId }) => (
        <Card>
          <Tags>
            <Tag tone={DRAFT_TAGS[state].tone}>{DRAFT_TAGS[state].text}</Tag>
          </Tags>
          <View className="charters-number">
            <Text>
              {title}，改的是第{base}版
            </Text>
          </View>
          {state === 'drafted' && <Text>{effect}</Text>}
          <Difference lines={difference} />
          <CheckCode hash={hash} />
          <Button kind="quiet" onTap={() => open('/packages/charters/detail/index', { id: charterId })}>
            看现行的全文和以前的版本
          </Button>
        </Card>
      )}
    </Loaded>
  );
}

/** What a vote would change in the written rules, word by word, before anybody votes (CHART-2). */
export function MotionCharterSection({ motion }: { motion: MotionDetail }) {
  const { id, charter, can, terms } = motion;
  const drafts = can.edit === null && RULE_SUBJECTS.includes(terms.subject) && terms.options.length === 0;
  if (!charter && !drafts) return null;
  return (
    <Section title="对规约的修改">
      {charter && <Change motionId={id} />}
      {drafts && (
        <Button
          kind="plain"
          note={charter ? undefined : '要改公约、规约的，在这里写好改成什么样，再公布表决'}
          onTap={() => open('/packages/charters/change/index', { id, placeId: terms.placeId })}
        >
          {charter ? '重写修改' : '起草规约的修改'}
        </Button>
      )}
    </Section>
  );
}
