import { Text, View } from '@tarojs/components';
import { asCallError } from '@/services/call-error';
import { messages } from '@/services/messages';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import './error-box.scss';

export interface ErrorBoxProps {
  error: unknown;
  onRetry?: () => unknown;
}

/** Failures that somebody has to look into: only these carry the number that the log is searched by. */
const LOGGED: readonly string[] = ['INTERNAL', 'UNKNOWN_ACTION', 'BUSY'];

/** What is the matter and what to do. */
export function ErrorBox({ error, onRetry }: ErrorBoxProps) {
  const { code, requestId, fields } = asCallError(error);
  // The lawful path names the step that is missing, its article and what to do.
  const missing = code === 'PATH_STEP_MISSING' && fields.step;
  return (
    <View className="error-box">
      <Icon name={code === 'OFFLINE' ? 'offline' : 'warn'} className="error-box-icon" />
      <View className="error-box-text">
        <Text>
          {missing ? `还差一步：${missing}（${fields.article ?? ''}）。${fields.todo ?? ''}` : messages[code]}
        </Text>
      </View>
      {onRetry && (
        <Button kind="plain" size="small" icon="refresh" onTap={onRetry} busyText="正在读取…">
          再试一次
        </Button>
      )}
      {requestId && LOGGED.includes(code) && (
        <View className="error-box-id">
          <Text userSelect>编号 {requestId}</Text>
        </View>
      )}
    </View>
  );
}
