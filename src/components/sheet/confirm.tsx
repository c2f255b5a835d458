import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { ErrorBox } from '../error-box/error-box';
import { Sheet } from './sheet';

export interface ConfirmProps {
  open: boolean;
  /** The question: 「撤回这条提议吗？」 */
  title: string;
  /** What follows from yes. */
  text?: string;
  children?: ReactNode;
  /** The verb: 「撤回」, never 「确定」. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  /** Why it cannot be confirmed yet. */
  reason?: string;
  /** What came back: stands above the buttons, where whoever pressed one looks. */
  error?: unknown;
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Asks before what cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const { open, title, text, children, confirm, cancel = '先不', danger, reason, error } = props;
  const { onConfirm, onClose } = props;
  const actions = (
    <>
      {Boolean(error) && <ErrorBox error={error} />}
      <Button kind={danger ? 'danger' : 'main'} onTap={onConfirm} reason={reason}>
        {confirm}
      </Button>
      <Button kind="quiet" onTap={onClose}>
        {cancel}
      </Button>
    </>
  );
  return (
    <Sheet open={open} title={title} onClose={onClose} actions={actions}>
      {text && (
        <View>
          <Text>{text}</Text>
        </View>
      )}
      {children}
    </Sheet>
  );
}
