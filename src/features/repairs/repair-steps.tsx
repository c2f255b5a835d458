import type { EarlierStepView, RepairDetail, RepairStepView } from '@contract/repairs';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Steps } from '@/components/steps/steps';
import { Earlier } from '@/features/records/earlier';
import { PhotoCheck } from '@/features/photos/photo-check';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import './repairs.scss';

function noteOf({ state, doneOn, words, article }: RepairStepView): string {
  const day = doneOn ? `${dayText(doneOn, serverNow())}。` : '';
  return state === 'done' ? `${day}${words}` : `${words}依据：${article}`;
}

function earlierWords({ doneOn, responsible, text, corrected }: EarlierStepView): string {
  const { by, reason } = corrected;
  return `原来记的：${dayText(doneOn, serverNow())}，负责人：${responsible}。${text}。${by}更正，理由：${reason}`;
}

interface StepsProps extends Pick<RepairDetail, 'steps'> {
  onCorrect: (step: RepairStepView['step']) => void;
}

function Content({ step, onCorrect }: { step: RepairStepView; onCorrect: () => void }) {
  return (
    <View className="repair-content">
      {step.responsible && <Text className="repair-small">负责人：{step.responsible}</Text>}
      <PhotoGrid photos={step.photos.map((fileId) => ({ fileId }))} label={`${step.title}的照片`} />
      <PhotoCheck photos={step.photos} />
      {step.earlier.map((one) => (
        <Earlier key={one.corrected.at} words={earlierWords(one)} />
      ))}
      {step.can.correct === null && (
        <Button kind="plain" size="small" icon="edit" onTap={onCorrect}>
          写错了，更正
        </Button>
      )}
    </View>
  );
}

/** ✓ done with day and proof, ● what is due, ○ later. */
export function RepairSteps({ steps, onCorrect }: StepsProps) {
  return (
    <Steps
      steps={steps.map((step) => ({
        id: step.step,
        title: step.title,
        note: noteOf(step),
        state: step.state,
        content: step.doneOn && <Content step={step} onCorrect={() => onCorrect(step.step)} />,
      }))}
    />
  );
}
