import type { MotionDetail } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Dotted } from '@/components/dotted/dotted';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { areaText, countText } from '@/services/figures';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';
import { Articles } from './articles';
import { headUnit, PHASE_TAGS } from './motion-words';
import './motion.scss';

/** The question, what the vote is worth, and the clock. */
export function MotionHead({ motion }: { motion: MotionDetail }) {
  const phase = PHASE_TAGS[motion.phase];
  return (
    <View>
      <Tags>
        <Tag tone={phase.tone}>{phase.text}</Tag>
        {motion.ballot === 'secret' && <Tag>无记名</Tag>}
        <Tag>
          {motion.worth.label} · {motion.worth.words}
        </Tag>
      </Tags>
      <View className="motion-title">
        <Text>{motion.title}</Text>
      </View>
      <View className="motion-small">
        <Dotted parts={[motion.bodyLabel, motion.placeName]} />
      </View>
      {motion.phase === 'draft' && (
        <View className="motion-small">
          <Text>
            {dayTimeText(motion.opensAt, serverNow())} 开始，{dayTimeText(motion.closesAt, serverNow())} 截止
          </Text>
        </View>
      )}
      {motion.phase === 'announced' && <Countdown label="开始" until={motion.opensAt} />}
      {motion.phase === 'open' && <Countdown label="截止" until={motion.closesAt} from={motion.opensAt} />}
      {motion.phase === 'counting' && (
        <View className="motion-small">
          <Text>已截止，{dateTimeText(motion.resultAt, serverNow())} 以后公布结果</Text>
        </View>
      )}
    </View>
  );
}

function Changes({ motion }: { motion: MotionDetail }) {
  const now = serverNow();
  return (
    <>
      {motion.closingChanges.map((change) => (
        <Notice key={change.at} tone="sky" title={`截止时间改为 ${dateTimeText(change.to, now)}`}>
          <Text>
            {dateTimeText(change.at, now)} 公布。原因：{change.reason}
          </Text>
        </Notice>
      ))}
      {motion.cancelled && (
        <Notice tone="clay" title="这次表决已取消">
          <Text>{motion.cancelled.reason}</Text>
        </Notice>
      )}
    </>
  );
}

function Rule({ motion }: { motion: MotionDetail }) {
  return (
    <Card>
      <View className="motion-card-title">
        <Text>怎样才算通过</Text>
      </View>
      {motion.rule.lines.map((line) => (
        <View key={line.words} className="motion-rule">
          <Text className="motion-rule-dot">·</Text>
          <Text>{line.words}</Text>
        </View>
      ))}
      {motion.roll && (
        <View className="motion-small">
          <Text>
            {motion.roll.headWords}。名册共 {countText(motion.roll.heads)} {headUnit(motion.bodyKind)}
            {motion.roll.area > 0 ? `、${areaText(motion.roll.area)}` : ''}，
            {dateTimeText(motion.roll.frozenAt, serverNow())} 确定，核对码 {motion.roll.hash.slice(0, 8)}
          </Text>
        </View>
      )}
      {motion.confirmedBy && (
        <View className="motion-small">
          <Text>本地办法由{motion.confirmedBy}确认</Text>
        </View>
      )}
      <Articles lines={motion.rule.lines} />
    </Card>
  );
}

/** What can be chosen, for whoever has no ballot paper in sight. */
function Options({ motion }: { motion: MotionDetail }) {
  const paper = motion.phase === 'open' && motion.can.vote === null;
  if (paper || motion.phase === 'counted') return null;
  return (
    <>
      {motion.terms.options.map((option, n) => (
        <View key={option} className="motion-option">
          <Text>
            方案 {n + 1}：{option}
          </Text>
        </View>
      ))}
    </>
  );
}

/** What is voted on in full, by which rule, and what it belongs to. */
export function MotionTerms({ motion }: { motion: MotionDetail }) {
  const { proposalId, proposalTitle, meeting } = motion;
  return (
    <Section title="说明">
      <Changes motion={motion} />
      {motion.extensionWords && <Notice tone="sky" icon="clock" title={motion.extensionWords} />}
      <Card>
        <Text className="motion-words">{motion.text}</Text>
        <Options motion={motion} />
      </Card>
      <Rule motion={motion} />
      {(motion.roll || proposalId || meeting) && (
        <List>
          {motion.roll && (
            <ListItem
              icon="people"
              title="名册：看看有没有您"
              note="按什么算、为什么，不对可以提出来"
              onTap={() => open('/packages/motions/roll/index', { motionId: motion.id })}
            />
          )}
          {proposalId && (
            <ListItem
              icon="propose"
              title={proposalTitle ?? '相关的提议'}
              note="从提出到办完的全过程"
              onTap={() => open('/packages/proposals/detail/index', { id: proposalId })}
            />
          )}
          {meeting && (
            <ListItem
              icon="people"
              title={meeting.title}
              note={dayTimeText(meeting.startsAt, serverNow())}
              onTap={() => open('/packages/meetings/detail/index', { id: meeting.id })}
            />
          )}
        </List>
      )}
    </Section>
  );
}
