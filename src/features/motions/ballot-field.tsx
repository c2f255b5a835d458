import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import type { MotionForm } from './use-draft-motion';

interface BallotFieldProps {
  form: MotionForm;
  change: (part: Partial<MotionForm>) => void;
  fields: Record<string, string>;
}

const BALLOTS = [
  { id: 'named', title: '记名', note: '计票以后，名册上的人能在完整版里按代号查到每一票' },
  { id: 'secret', title: '无记名', note: '只知道谁投过，谁也查不到投的什么；至少要有十个投票人' },
] as const;

/** Named or secret, with what secret means for everything else. */
export function BallotField({ form, change, fields }: BallotFieldProps) {
  // A form that was begun before there were secret ballots knows nothing of it.
  const ballot = form.ballot ?? 'named';
  const choose = (chosen: 'named' | 'secret') => {
    const paper = form.paper && form.paper !== 'none' ? { paper: 'first' as const } : {};
    change(chosen === 'secret' ? { ballot: chosen, interim: 'hidden', ...paper } : { ballot: chosen });
  };
  return (
    <>
      <PickField
        label="记名还是无记名"
        choices={BALLOTS}
        value={ballot}
        onChange={choose}
        error={fields.ballot}
      />
      {ballot === 'secret' && (
        <Notice tone="sky" icon="info" title="无记名是这样投的">
          <Text>
            投了不能改。结果出来以前，谁都看不到票数，也看不到投了多少。业主表决要按面积算，不能无记名。
          </Text>
        </Notice>
      )}
    </>
  );
}
