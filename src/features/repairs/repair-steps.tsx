import type { RepairDetail, RepairStepView } from '@contract/repairs';
import { Text, View } from '@tarojs/components';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Steps } from '@/components/steps/steps';
import { PhotoCheck } from '@/features/photos/photo-check';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import './repairs.scss';

function noteOf({ state, doneOn, words, article }: RepairStepView): string {
  const day = doneOn ? `${dayText(doneOn, serverNow())}。` : '';
  return state === 'done' ? `${day}${words}` : `${words}依据：${article}`;
}

/** ✓ done with day and proof, ● what is due, ○ later. */
export function RepairSteps({ steps }: Pick<RepairDetail, 'steps'>) {
  return (
    <Steps
      steps={steps.map((step) => ({
        id: step.step,
        title: step.title,
        note: noteOf(step),
        state: step.state,
        content: step.doneOn && (
          <View className="repair-content">
            {step.responsible && <Text className="repair-small">负责人：{step.responsible}</Text>}
            <PhotoGrid photos={step.photos.map((fileId) => ({ fileId }))} label={`${step.title}的照片`} />
            <PhotoCheck photos={step.photos} />
          </View>
        ),
      }))}
    />
  );
}
