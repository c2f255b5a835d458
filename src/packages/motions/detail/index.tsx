import type { MotionDetail, MyVoter } from '@contract/motions';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { useCall } from '@/features/calls/use-call';
import { MotionCharterSection } from '@/features/charters/motion-charter';
import { Discussion } from '@/features/discussion/discussion';
import { MotionPapers } from '@/features/documents/motion-papers';
import { BallotPaper, CastButton, useBallot } from '@/features/motions/ballot';
import { Eligibility } from '@/features/motions/eligibility';
import { MotionActions, MotionMain } from '@/features/motions/motion-actions';
import { MotionHead, MotionTerms } from '@/features/motions/motion-head';
import { MyBallot } from '@/features/motions/my-ballot';
import { MyPaper } from '@/features/motions/my-paper';
import { PaperTerms } from '@/features/motions/paper-terms';
import { Participation } from '@/features/motions/participation';
import { Result } from '@/features/motions/result';
import { SecretCast, SecretPaper, useSecretBallot, WhoSees } from '@/features/motions/secret-ballot';
import { SealSection } from '@/features/motions/seal-section';
import { MotionProxies } from '@/features/proxies/motion-proxies';
import { PathRow } from '@/features/paths/path-row';
import { messages } from '@/services/messages';
import { unbroken } from '@/services/unbroken';

interface MineProps {
  motion: MotionDetail;
  voter: MyVoter | null;
  onVoter: (entryId: string) => void;
  ballot: ReturnType<typeof useBallot>;
  secret: ReturnType<typeof useSecretBallot>;
  changing: boolean;
}

/** My part: which voter I am here, whether I may, and my ballot. */
function Mine({ motion, voter, onVoter, ballot, secret, changing }: MineProps) {
  if (!voter) {
    const denial = motion.can.vote;
    if (!denial || motion.phase !== 'open') return null;
    return (
      <Notice tone="clay" icon="info" title="您不能投票">
        <Text>{messages[denial]}</Text>
      </Notice>
    );
  }
  const open = motion.phase === 'open' && voter.may === null && voter.locked === null;
  return (
    <>
      {motion.mine.length > 1 && (
        <Section title="和您有关的票，一张一张看" count={`${motion.mine.length} 票`}>
          <Segments
            label="您可以代表"
            segments={motion.mine.map(({ entryId, label, ballot: cast, mark }) => ({
              id: entryId,
              text: unbroken(label),
              icon: cast || mark ? 'check' : undefined,
            }))}
            value={voter.entryId}
            onChange={onVoter}
          />
        </Section>
      )}
      {!voter.ballot && !voter.mark && <Eligibility motion={motion} voter={voter} />}
      <MyBallot motion={motion} voter={voter} />
      {voter.paper && <MyPaper key={voter.paper.number} motion={motion} voter={voter} paper={voter.paper} />}
      {voter.locked === 'PAPER_STANDS' && motion.phase === 'open' && (
        <Notice tone="clay" icon="info" title={messages[voter.locked]} />
      )}
      {motion.ballot === 'secret' && <SecretPaper motion={motion} voter={voter} ballot={secret} />}
      {open && motion.ballot === 'named' && (!voter.ballot || changing) && (
        <BallotPaper motion={motion} ballot={ballot} asked={changing} />
      )}
    </>
  );
}

interface BottomProps extends Pick<MineProps, 'motion' | 'voter' | 'ballot' | 'secret' | 'changing'> {
  onChange: () => void;
}

function Bottom({ motion, voter, ballot, secret, changing, onChange }: BottomProps) {
  if (motion.ballot === 'secret')
    return voter && <SecretCast motion={motion} voter={voter} ballot={secret} />;
  if (!voter || motion.phase !== 'open' || voter.locked !== null || voter.may !== null) return null;
  if (voter.ballot && !changing) {
    return (
      <Button kind="plain" onTap={onChange} note="截止前可以改，以最后一次为准">
        改投别的
      </Button>
    );
  }
  return <CastButton motion={motion} voter={voter} ballot={ballot} />;
}

function Motion({ motion }: { motion: MotionDetail }) {
  const [entryId, setEntryId] = useState<string | null>(null);
  // The revision that is being changed: once a newer one is cast, the paper closes by itself.
  const [changed, setChanged] = useState(0);
  const voter = motion.mine.find((one) => one.entryId === entryId) ?? motion.mine[0] ?? null;
  const changing = voter?.ballot?.revision === changed;
  const ballot = useBallot(motion, voter);
  const secret = useSecretBallot(motion, voter);
  const mine = { motion, voter, ballot, secret, changing };
  return (
    <Page
      title="表决"
      bottom={
        <>
          <MotionMain motion={motion} />
          <Bottom {...mine} onChange={() => setChanged(voter?.ballot?.revision ?? 0)} />
        </>
      }
    >
      <MotionHead motion={motion} />
      <MotionCharterSection motion={motion} />
      <Result motion={motion} />
      <Participation motion={motion} />
      <WhoSees motion={motion} />
      <PaperTerms motion={motion} />
      <Mine {...mine} onVoter={setEntryId} />
      <MotionProxies motion={motion} voterId={voter?.entryId ?? null} />
      <MotionTerms motion={motion} />
      <PathRow matterId={motion.proposalId ?? motion.id} />
      <SealSection motion={motion} />
      <MotionPapers motion={motion} />
      <MotionActions motion={motion} />
      <Discussion subjectKind="motion" subjectId={motion.id} />
    </Page>
  );
}

/** A vote: the question, what it is worth, how far it is, whether I may, and the ballot. */
export default function MotionPage() {
  const { id = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id }, { enabled: id !== '', refreshEvery: 15_000 });
  if (motion.data) return <Motion motion={motion.data} />;
  return (
    <Page title="表决">
      <Loaded of={motion}>{() => null}</Loaded>
    </Page>
  );
}
