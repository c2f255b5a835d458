import type { ProposalDetail } from '@contract/proposals';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { Callings, useDemands } from '@/features/callings/callings';
import { Discussion } from '@/features/discussion/discussion';
import { PostOpinion } from '@/features/discussion/post-opinion';
import { PathRow } from '@/features/paths/path-row';
import { ProposalActions } from '@/features/proposals/proposal-actions';
import { ProposalHead, ProposalNews } from '@/features/proposals/proposal-head';
import { ProposalMain } from '@/features/proposals/proposal-main';
import { ProposalStep, type Step } from '@/features/proposals/proposal-steps';
import { NEXT_WORDS, OVER } from '@/features/proposals/proposal-words';
import { RepairFromProposal } from '@/features/repairs/from-proposal';
import { SupportCard } from '@/features/proposals/support-card';
import { MatterTimeline } from '@/features/timeline/matter-timeline';
import { open } from '@/services/navigate';

function nextWords({ stage, route, appealPending }: ProposalDetail): string | undefined {
  if (appealPending) return '另一位工作人员来看申诉';
  if (stage === 'collecting') return route === 'shared' ? '排进会议，大家商量' : '社区分类，定下由谁办';
  return NEXT_WORDS[stage];
}

/** The first line says the title once more, which stands above already. */
function linesOf({ timeline, title }: ProposalDetail) {
  return timeline.map((line) => (line.detail === title ? { ...line, detail: '' } : line));
}

/** The meeting, the votes and the resolution that it led to. */
function Offspring({ meetingId, motionIds, resolutionId }: ProposalDetail) {
  if (!meetingId && motionIds.length === 0 && !resolutionId) return null;
  const rows = [
    ...(meetingId
      ? [{ id: meetingId, title: '商量这件事的会', path: 'meetings', icon: 'calendar' as const }]
      : []),
    ...motionIds.map((id, n) => ({
      id,
      title: motionIds.length > 1 ? `第 ${n + 1} 次表决` : '这件事的表决',
      path: 'motions',
      icon: 'vote' as const,
    })),
    ...(resolutionId
      ? [{ id: resolutionId, title: '决议和办理', path: 'resolutions', icon: 'document' as const }]
      : []),
  ];
  return (
    <List>
      {rows.map(({ id, title, path, icon }) => (
        <ListItem
          key={id}
          icon={icon}
          title={title}
          onTap={() => open(`/packages/${path}/detail/index`, { id })}
        />
      ))}
    </List>
  );
}

function Proposal({ proposal }: { proposal: ProposalDetail }) {
  const [step, setStep] = useState<Step | null>(null);
  const [saying, setSaying] = useState(false);
  const main = <ProposalMain proposal={proposal} onStep={setStep} onSay={() => setSaying(true)} />;
  const demanded = useDemands(proposal.id).length > 0;
  const open = !['merged', 'withdrawn'].includes(proposal.stage);
  return (
    <Page title="提议" bottom={main}>
      <ProposalHead proposal={proposal} />
      <ProposalNews proposal={proposal} />
      <Offspring {...proposal} />
      {open && proposal.route === 'shared' && <PathRow matterId={proposal.id} />}
      {open && <SupportCard support={proposal.support} open={proposal.stage === 'collecting' && !demanded} />}
      {open && <Callings proposalId={proposal.id} />}
      <Section title="进展">
        <Card>
          <MatterTimeline
            lines={linesOf(proposal)}
            over={OVER.includes(proposal.stage)}
            next={nextWords(proposal)}
            here={proposal.id}
          />
        </Card>
      </Section>
      <ProposalActions proposal={proposal} onStep={setStep} />
      <RepairFromProposal proposal={proposal} />
      <Discussion subjectKind="proposal" subjectId={proposal.id} />
      {step && <ProposalStep step={step} proposal={proposal} onClose={() => setStep(null)} />}
      {saying && (
        <PostOpinion
          subjectKind="proposal"
          subjectId={proposal.id}
          answered={null}
          onPosted={() => undefined}
          onClose={() => setSaying(false)}
        />
      )}
    </Page>
  );
}

/** One matter: where it stands, who holds it, who supports it, all that happened, and what neighbours say. */
export default function ProposalPage() {
  const { id = '' } = useRouter().params;
  const proposal = useCall('proposals.detail', { id }, { enabled: id !== '' });
  if (proposal.data) return <Proposal proposal={proposal.data} />;
  return (
    <Page title="提议">
      <Loaded of={proposal}>{() => null}</Loaded>
    </Page>
  );
}
