import type { MotionDetail, MyVoter } from '@contract/motions';
import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { messages } from '@/services/messages';
import { areaText } from '@/services/figures';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { CheckInclusion } from './check-inclusion';
import { unbroken } from '@/services/unbroken';
import { headUnit } from './motion-words';

/** 「您家 2 套房（3-2-501、3-2-602）合计 194.36 ㎡，算 1 户、1 票」 */
function weightWords(motion: MotionDetail, voter: MyVoter): string {
  const { homes, homesTotal, area } = voter;
  const more = homesTotal > homes.length ? ` ${unbroken(`等${homesTotal}套`)}` : '';
  const where = homes.length > 0 ? `${homes.join('、')}${more}` : unbroken(voter.label);
  const weight = area > 0 ? `合计 ${areaText(area)}，` : '';
  return `${where}，${weight}算 1 ${headUnit(motion.bodyKind)}、1 票`;
}

interface CastByOtherProps {
  motion: MotionDetail;
  voter: MyVoter;
  other: NonNullable<MyVoter['otherCast']>;
}

/** Who cast for us; and where my own ballot was there before, why it does not count, and what this phone finds in its place (BAL-26). */
function CastByOther({ motion, voter, other }: CastByOtherProps) {
  const { name, castAt, settle, replaced } = other;
  const { id: motionId, phase } = motion;
  return (
    <>
      <Notice tone="clay" icon="people" title={`${name}已经投过这一票`}>
        <Text>
          {unbroken(voter.label)}，{dateTimeText(castAt, serverNow())}。{replaced?.words}
          {settle}
        </Text>
      </Notice>
      {replaced && (
        <CheckInclusion
          receipt={{ motionId, signed: replaced.signed }}
          entryId={voter.entryId}
          early={phase !== 'counted'}
          why={replaced.words}
        />
      )}
    </>
  );
}

/** Whether I may vote, for what and with what weight, or why not; in the server's words. */
export function Eligibility({ motion, voter }: { motion: MotionDetail; voter: MyVoter }) {
  if (voter.otherCast) return <CastByOther motion={motion} voter={voter} other={voter.otherCast} />;
  if (voter.may !== null) {
    return (
      <Notice tone="clay" icon="info" title={`${voter.label}：您不能投这一票`}>
        <Text>{voter.reason ?? messages[voter.may]}</Text>
      </Notice>
    );
  }
  return (
    <Notice tone="leaf" icon="check" title={motion.phase === 'announced' ? '到时候您可以投票' : '您可以投票'}>
      <Text>{weightWords(motion, voter)}</Text>
    </Notice>
  );
}
