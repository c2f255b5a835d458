import type { TaskDetail } from '@contract/tasks';
import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';

interface RisksProps {
  risks: TaskDetail['risks'];
  /** Dangerous work says so in its title. */
  dangerous?: boolean;
}

/** What can happen, before anybody takes the work on (志愿服务条例 12, TASK-1). */
export function Risks({ risks, dangerous = false }: RisksProps) {
  if (risks.none) {
    return (
      <Notice tone="leaf" icon="check" title="没有特别的风险">
        <Text>发布的人这样说明。觉得不对，请先问清楚再报名。</Text>
      </Notice>
    );
  }
  return (
    <Notice
      tone="clay"
      icon="warn"
      title={dangerous ? '这是有危险的活，报名前请看' : '报名前请看：可能的风险'}
    >
      <Text>{risks.text}</Text>
    </Notice>
  );
}
