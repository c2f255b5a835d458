import { Stepper } from '@/components/stepper/stepper';
import { lengthText } from '@/services/day';
import { NumberChoice } from './number-choice';
import { rulesOf, type StepProps } from './use-keep-room';

/** 4. How long, how far ahead, how often. */
export function LengthStep(props: StepProps) {
  const { rules } = props.value;
  const { fields } = props;
  const set = rulesOf(props);
  const lengths = [30, 60, 90, 120, 180, 240, 360, 480];
  return (
    <>
      <NumberChoice
        label="一次最短"
        value={rules.shortest}
        offered={lengths}
        text={lengthText}
        onChange={(shortest) => set({ shortest, longest: Math.max(rules.longest, shortest) })}
        error={fields['rules.shortest']}
      />
      <NumberChoice
        label="一次最长"
        value={rules.longest}
        offered={lengths.filter((one) => one >= rules.shortest)}
        text={lengthText}
        onChange={(longest) => set({ longest })}
        error={fields['rules.longest']}
      />
      <NumberChoice
        label="每隔多久可以开始"
        hint="30 分钟：可以从整点或半点开始"
        value={rules.step}
        offered={[15, 30, 60]}
        text={(minutes) => `${minutes} 分钟`}
        onChange={(step) => set({ step: step === 15 ? 15 : step === 60 ? 60 : 30 })}
        error={fields['rules.step']}
      />
      <NumberChoice
        label="两场之间空多久"
        hint="用来打扫、换场"
        value={rules.buffer}
        offered={[0, 15, 30, 60]}
        text={(minutes) => (minutes === 0 ? '不用空' : `${minutes} 分钟`)}
        onChange={(buffer) => set({ buffer })}
      />
      <NumberChoice
        label="最早提前多少天订"
        value={rules.aheadMostDays}
        offered={[7, 14, 30, 60, 90, 180]}
        text={(days) => `${days} 天`}
        onChange={(aheadMostDays) => set({ aheadMostDays })}
      />
      <NumberChoice
        label="最晚提前多久订"
        value={rules.aheadLeastMinutes}
        offered={[0, 60, 120, 1440, 2880]}
        text={(minutes) => (minutes === 0 ? '开始前都可以' : `${minutes / 60} 小时`)}
        onChange={(aheadLeastMinutes) => set({ aheadLeastMinutes })}
      />
      <Stepper
        label="每周同一时间，最多连订几周"
        value={rules.repeatsMost}
        min={1}
        max={12}
        unit="周"
        onChange={(repeatsMost) => set({ repeatsMost })}
      />
    </>
  );
}

/** 5. Whether an office has to agree, and what follows when nobody comes. */
export function ApprovalStep(props: StepProps) {
  const { rules } = props.value;
  const set = rulesOf(props);
  return (
    <>
      <NumberChoice
        label="要不要社区同意"
        hint="等的时候时段给他留着；到时间没人回答，就放开"
        value={rules.approvalHours ?? 0}
        offered={[0, 12, 24, 48, 72]}
        text={(hours) => (hours === 0 ? '不用，订了就算' : `要，时段留 ${hours} 小时`)}
        onChange={(hours) => set({ approvalHours: hours === 0 ? null : hours })}
        error={props.fields['rules.approvalHours']}
      />
      <NumberChoice
        label="人没有来怎么办"
        hint="到了要扫门口的码签到"
        value={rules.noShowMinutes}
        offered={[0, 15, 20, 30, 60]}
        text={(minutes) => (minutes === 0 ? '不管，时段一直留着' : `过了 ${minutes} 分钟没签到，放给别人`)}
        onChange={(noShowMinutes) => set({ noShowMinutes })}
        error={props.fields['rules.noShowMinutes']}
      />
    </>
  );
}
