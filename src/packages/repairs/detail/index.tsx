import type { BillView, CorrectedStep, RepairDetail } from '@contract/repairs';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { Objections } from '@/features/repairs/objections';
import { RepairActions, RepairMain } from '@/features/repairs/repair-actions';
import { RepairSteps } from '@/features/repairs/repair-steps';
import { CorrectStep } from '@/features/repairs/take-step';
import { TONES } from '@/features/repairs/repair-words';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayText } from '@/services/time';

function Head({ repair }: { repair: RepairDetail }) {
  const { title, where, placeName, danger, stage, stageWords, estimateWords, bill } = repair;
  return (
    <Card>
      <Tags>
        <Tag tone={TONES[stage]}>{stageWords}</Tag>
      </Tags>
      <View className="repair-title">
        <Text>{title}</Text>
      </View>
      <View className="repair-small">
        <Dotted parts={[placeName, where]} />
      </View>
      <View>
        <Text>{danger}</Text>
      </View>
      <View>
        <Text>
          估价 {estimateWords}
          {bill ? `，实际 ${bill.amountWords}` : ''}
        </Text>
      </View>
    </Card>
  );
}

/** A bill that another one took the place of: it stays, with the reason. */
function EarlierBill({ bill, reason }: { bill: BillView; reason: string | null }) {
  return (
    <Notice tone="stone" title={`原来公布的：${bill.amountWords}`}>
      <Text>
        {dateTimeText(bill.publishedAt, serverNow())} {bill.by}公布。更正理由：{reason ?? ''}
      </Text>
    </Notice>
  );
}

function Bills({ repair: { bill, earlierBills } }: { repair: RepairDetail }) {
  if (!bill) return null;
  const all = [...earlierBills, bill];
  return (
    <Section title="账单和验收">
      <Card>
        <View className="repair-title">
          <Text>{bill.amountWords}</Text>
        </View>
        <View>
          <Text>
            {bill.contractor}。{bill.acceptance}
          </Text>
        </View>
        <View className="repair-small">
          <Text>
            {bill.by} {dateTimeText(bill.publishedAt, serverNow())} 公布，公示到{' '}
            {dayText(bill.untilOn, serverNow())}
          </Text>
        </View>
      </Card>
      {earlierBills.map((one, n) => (
        <EarlierBill key={one.publishedAt} bill={one} reason={all[n + 1]?.reason ?? null} />
      ))}
    </Section>
  );
}

function Progress({ repair }: { repair: RepairDetail }) {
  const [correcting, setCorrecting] = useState<CorrectedStep | null>(null);
  return (
    <Section title="办到哪一步">
      <Card>
        {/* Only what an office records can be put right: the server says so of each step. */}
        <RepairSteps steps={repair.steps} onCorrect={(step) => setCorrecting(step as CorrectedStep)} />
      </Card>
      {correcting && <CorrectStep repair={repair} step={correcting} onClose={() => setCorrecting(null)} />}
    </Section>
  );
}

function Repair({ repair }: { repair: RepairDetail }) {
  const { proposal, withdrawn, noVoteWords, article, applicants, can, stage } = repair;
  return (
    <Page title="紧急维修" bottom={<RepairMain repair={repair} />}>
      <Head repair={repair} />
      {withdrawn && (
        <Notice tone="stone" icon="info" title={`${withdrawn.by}撤回了`}>
          <Text>原因：{withdrawn.reason}</Text>
        </Notice>
      )}
      <Notice tone="sky" icon="law" title={article}>
        <Text>{noVoteWords}</Text>
      </Notice>
      {stage === 'found' && can.apply !== null && (
        <Notice tone="clay" icon="clock" title={`等${applicants.join('、')}申请用维修资金`} />
      )}
      <Progress repair={repair} />
      <Bills repair={repair} />
      <Objections repair={repair} />
      {proposal && (
        <List>
          <ListItem
            icon="propose"
            title={proposal.title}
            note="从提议到办完的全过程"
            onTap={() => open('/packages/proposals/detail/index', { id: proposal.id })}
          />
        </List>
      )}
      <RepairActions repair={repair} />
    </Page>
  );
}

/** An urgent repair: what is in danger, why nobody votes, how far it is, what it cost. */
export default function RepairPage() {
  const { id = '' } = useRouter().params;
  const repair = useCall('repairs.detail', { id }, { enabled: id !== '' });
  if (repair.data) return <Repair repair={repair.data} />;
  return (
    <Page title="紧急维修">
      <Loaded of={repair}>{() => null}</Loaded>
    </Page>
  );
}
