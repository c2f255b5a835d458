import type { MotionDetail } from '@contract/motions';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Segments } from '@/components/segments/segments';
import { useCall } from '@/features/calls/use-call';
import { PaperList } from '@/features/motions/paper-list';
import { DoorList, VoterSearch } from '@/features/motions/paper-voters';
import { denial } from '@/services/messages';

const PARTS = [
  { id: 'waiting', text: '等我核对' },
  { id: 'search', text: '登记交来的票' },
  { id: 'doors', text: '入户名单' },
  { id: 'ended', text: '已办完' },
] as const;

type Part = (typeof PARTS)[number]['id'];

function Papers({ motion, first }: { motion: MotionDetail; first: Part }) {
  const [part, setPart] = useState<Part>(first);
  const closed = denial(motion.can.enterPaper);
  const entering = motion.phase === 'open';
  return (
    <>
      {closed && <Notice tone="clay" icon="info" title={closed} />}
      <Segments label="纸质票" segments={PARTS} value={part} onChange={setPart} />
      {(part === 'waiting' || part === 'ended') && <PaperList motionId={motion.id} state={part} />}
      {!entering && (part === 'search' || part === 'doors') && (
        <Notice tone="clay" icon="info" title="投票时间以外不登记新的纸质票" />
      )}
      {entering && part === 'search' && <VoterSearch motion={motion} />}
      {entering && part === 'doors' && <DoorList motion={motion} />}
    </>
  );
}

/** Papers of one vote, for the officers of its place: to enter, to check, and what became of them. */
export default function PapersPage() {
  const { id = '', part } = useRouter().params;
  const first = PARTS.find((one) => one.id === part)?.id ?? 'waiting';
  const motion = useCall('motions.detail', { id }, { enabled: id !== '', refreshEvery: 30_000 });
  return (
    <Page title="纸质票">
      <Loaded of={motion}>{(shown) => <Papers motion={shown} first={first} />}</Loaded>
    </Page>
  );
}
