import type { PathBoard, PathRecordView, PathStepView } from '@contract/paths';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Steps } from '@/components/steps/steps';
import { Earlier } from '@/features/records/earlier';
import { PhotoCheck } from '@/features/photos/photo-check';
import { denial } from '@/services/messages';
import { open, openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayText } from '@/services/time';
import './paths.scss';

function recordWords({ responsible, by, at }: PathRecordView): string {
  return `负责人：${responsible}。${by} ${dateTimeText(at, serverNow())} 记下`;
}

/** What stood before, or stands for another meeting, and why it does not stand here (PATH-15, PATH-20). */
function earlierWords(record: PathRecordView): string {
  const { setAside, doneOn } = record;
  const said = `${dayText(doneOn, serverNow())}，${recordWords(record)}`;
  if (!setAside) return `为另一次会议记的：${said}。这次要重新办。`;
  const how = setAside.how === 'corrected' ? '更正' : '撤回';
  return `原来记的：${said}。${setAside.by}${how}，理由：${setAside.reason}`;
}

interface ActionsProps {
  board: Pick<PathBoard, 'matterId' | 'body'>;
  step: PathStepView;
  onWithdraw: (record: PathRecordView) => void;
}

function Actions({ board, step, onWithdraw }: ActionsProps) {
  const { can, record, title } = step;
  const form = (recordId?: string) =>
    open('/packages/paths/record/index', {
      ...{ id: board.matterId, body: board.body, step: step.step },
      ...{ recordId, title },
    });
  return (
    <>
      {can.record === null && step.state !== 'done' && (
        <Button kind="plain" size="small" onTap={() => form()}>
          记下这一步
        </Button>
      )}
      {can.record === 'PATH_NO_MEETING' && <Text className="path-small">{denial(can.record)}</Text>}
      {record && can.correct === null && (
        <Button kind="plain" size="small" icon="edit" onTap={() => form(record.id)}>
          写错了，更正
        </Button>
      )}
      {record && can.withdraw === null && (
        <Button kind="quiet" size="small" onTap={() => onWithdraw(record)}>
          撤回
        </Button>
      )}
    </>
  );
}

function Content({ board, step, onWithdraw }: ActionsProps) {
  const { record, earlier, link, title } = step;
  return (
    <View className="path-content">
      {record && (
        <>
          <Text className="path-small">{recordWords(record)}</Text>
          <PhotoGrid photos={record.photos.map((fileId) => ({ fileId }))} label={`${title}的照片`} />
          <PhotoCheck photos={record.photos} />
        </>
      )}
      {earlier.map((one) => (
        <Earlier key={one.id} words={earlierWords(one)} />
      ))}
      {link && (
        <Button kind="quiet" size="small" icon="forward" onTap={() => openLink(link)}>
          看详情
        </Button>
      )}
      <Actions board={board} step={step} onWithdraw={onWithdraw} />
    </View>
  );
}

function noteOf({ state, doneOn, words, article, whose }: PathStepView): string {
  const source = article ? `依据：${article}` : '法律没有要求';
  if (state === 'done')
    return `${dayText(doneOn ?? '', serverNow())} 完成。${words.replace(/。$/, '')}。${source}`;
  const lead = state === 'missing' ? '缺这一步。' : state === 'optional' ? '' : `由${whose}办。`;
  return `${lead}${words}${source}`;
}

interface PathStepsProps {
  board: PathBoard;
  onWithdraw: (record: PathRecordView) => void;
}

/** ✓ done with its day, ● now, ○ later, ! missing with the article and what to do. */
export function PathSteps({ board, onWithdraw }: PathStepsProps) {
  return (
    <Steps
      steps={board.steps.map((step) => ({
        id: step.step,
        title: step.title,
        note: noteOf(step),
        state: step.state === 'optional' ? 'later' : step.state,
        content: <Content board={board} step={step} onWithdraw={onWithdraw} />,
      }))}
    />
  );
}
