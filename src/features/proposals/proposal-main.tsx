import type { ProposalDetail } from '@contract/proposals';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import type { Step } from './proposal-steps';

interface MainProps {
  proposal: ProposalDetail;
  onStep: (step: Step) => void;
  /** Opens the form of the discussion. */
  onSay: () => void;
}

function Support({ proposal: { id, can, supportedByMe } }: { proposal: ProposalDetail }) {
  const support = useCommand('proposals.support');
  const unsupport = useCommand('proposals.unsupport');
  const { error } = supportedByMe ? unsupport : support;
  return (
    <>
      {error && <ErrorBox error={error} />}
      {supportedByMe ? (
        <Button
          kind="plain"
          note="您已经支持了"
          reason={denial(can.unsupport)}
          onTap={() => unsupport.send({ id })}
        >
          撤回我的支持
        </Button>
      ) : (
        <Button
          reason={denial(can.support)}
          note="就是附议。要求开会的联名，在上面另外签"
          onTap={() => support.send({ id })}
        >
          支持这件事
        </Button>
      )}
    </>
  );
}

function Confirm({ proposal: { id, revision }, onStep }: Pick<MainProps, 'proposal' | 'onStep'>) {
  const command = useCommand('proposals.confirm');
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={() => command.send({ id, revision })}>确认办好了</Button>
      <Button kind="plain" onTap={() => onStep('reopen')}>
        还没办好
      </Button>
    </>
  );
}

/** Where it goes on, once it is in a meeting, in a vote or decided. */
function nextPage({ stage, meetingId, motionIds, resolutionId }: ProposalDetail) {
  const motionId = motionIds.at(-1);
  // A matter that failed can be put to the vote again: then that is where it is.
  if (motionId && stage === 'voting') return { text: '去看表决', path: 'motions', id: motionId };
  if (resolutionId) return { text: '看决议办得怎么样', path: 'resolutions', id: resolutionId };
  return meetingId && stage === 'to-meet' ? { text: '看会议安排', path: 'meetings', id: meetingId } : null;
}

/** The one thing to do now. */
export function ProposalMain({ proposal, onStep, onSay }: MainProps) {
  const { can, route, stage, mine, held, supportedByMe } = proposal;
  // An officer without a home there is not asked to support.
  const asked = can.support === null || supportedByMe || can.triage !== null;
  if (can.confirm === null) return <Confirm proposal={proposal} onStep={onStep} />;
  if (can.decideAppeal === null) return <Button onTap={() => onStep('decide')}>处理申诉</Button>;
  if (can.triage === null && route === null) return <Button onTap={() => onStep('triage')}>分类办理</Button>;
  if (can.revise === null) {
    return (
      <Button onTap={() => open('/packages/proposals/new/index', { id: proposal.id })}>改一改再提</Button>
    );
  }
  const next = nextPage(proposal);
  if (next) {
    return (
      <Button onTap={() => open(`/packages/${next.path}/detail/index`, { id: next.id })}>{next.text}</Button>
    );
  }
  if (stage === 'collecting' && !mine && !held && asked) return <Support proposal={proposal} />;
  if (stage === 'withdrawn' || stage === 'merged' || held) return null;
  return (
    <Button kind="plain" icon="talk" onTap={onSay}>
      我要补充或反映问题
    </Button>
  );
}
