import type { MotionDetail } from '@contract/motions';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Section } from '@/components/section/section';
import { useCommand } from '@/features/calls/use-command';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { CancelMotion } from './cancel-motion';
import { ChangeClosing } from './change-closing';

function Announce({ motion }: { motion: MotionDetail }) {
  const command = useCommand('motions.announce');
  const denial = motion.can.announce;
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button
        reason={denial ? messages[denial] : undefined}
        note="公布以后名册和题目不能再改，大家都会收到通知"
        busyText="正在确定名册…"
        onTap={() => command.send({ id: motion.id, revision: motion.revision })}
      >
        公布表决
      </Button>
    </>
  );
}

/** The one thing to do now for the office that convenes: to announce it, or to publish what was counted. */
export function MotionMain({ motion }: { motion: MotionDetail }) {
  const { can, id } = motion;
  if (motion.phase === 'draft' && [can.edit, can.announce].includes(null))
    return <Announce motion={motion} />;
  if (can.publish !== null) return null;
  return (
    <Button onTap={() => open('/packages/resolutions/publish/index', { motionId: id })}>公示结果</Button>
  );
}

/** What the office that convenes can do besides; nothing is shown to others. */
export function MotionActions({ motion }: { motion: MotionDetail }) {
  const [opened, setOpened] = useState<'closing' | 'cancel' | null>(null);
  const { can, id, placeId } = { ...motion, placeId: motion.terms.placeId };
  const close = () => setOpened(null);
  if (![can.edit, can.changeClosing, can.cancel, can.enterPaper, can.box].includes(null)) return null;
  return (
    <Section title="办理">
      {can.enterPaper === null && (
        <Button kind="plain" onTap={() => open('/packages/paper-ballots/papers/index', { id })}>
          登记、核对纸质票
        </Button>
      )}
      {can.box === null && (
        <Button kind="plain" onTap={() => open('/packages/paper-ballots/box/index', { id })}>
          票箱：登记、开箱数票
        </Button>
      )}
      {can.edit === null && (
        <Button kind="plain" onTap={() => open('/packages/motions/draft/index', { id, placeId })}>
          修改题目
        </Button>
      )}
      {can.changeClosing === null && (
        <Button kind="plain" onTap={() => setOpened('closing')}>
          改截止时间
        </Button>
      )}
      {can.cancel === null && (
        <Button kind="danger" onTap={() => setOpened('cancel')}>
          取消表决
        </Button>
      )}
      {opened === 'closing' && <ChangeClosing motion={motion} onClose={close} />}
      {opened === 'cancel' && <CancelMotion motion={motion} onClose={close} />}
    </Section>
  );
}
