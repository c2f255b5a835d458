import type { ReactNode } from 'react';
import { Confirm, type ConfirmProps } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useDraft } from '@/features/calls/use-draft';
import type { CallError } from '@/services/call-error';

export interface ReasonSheetProps
  extends Pick<ConfirmProps, 'title' | 'text' | 'confirm' | 'cancel' | 'danger'> {
  /** What the words are kept under until they are sent: 'return:<id>'. */
  draft: string;
  label?: string;
  hint?: string;
  placeholder?: string;
  max?: number;
  optional?: boolean;
  /** Why it cannot be sent yet, beside missing words. */
  reason?: string;
  error: CallError | null;
  /** Resolves with null after a failure, which then stands in `error`. */
  onSend: (words: string) => Promise<unknown>;
  onClose: () => void;
  /** More to fill in, above the words. */
  children?: ReactNode;
}

/** Asks for the words without which a step is not taken; whoever is concerned reads them. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { draft: name, label = '理由', hint, placeholder, max = 300, optional, error, onSend } = props;
  const { onClose, reason, children, ...confirm } = props;
  const draft = useDraft(`reason:${name}`, () => '');
  const words = draft.value.trim();
  const send = async () => {
    if ((await onSend(words)) === null) return;
    draft.drop();
    onClose();
  };
  const missing = words || optional ? undefined : `请写${label}`;
  return (
    <Confirm
      open
      title={confirm.title}
      text={confirm.text}
      confirm={confirm.confirm}
      cancel={confirm.cancel}
      danger={confirm.danger}
      reason={reason ?? missing}
      onConfirm={send}
      error={error}
      onClose={onClose}
    >
      {children}
      <TextArea
        label={label}
        hint={hint}
        placeholder={placeholder}
        optional={optional}
        value={draft.value}
        onChange={draft.set}
        max={max}
        error={error?.fields.reason ?? error?.fields.text}
      />
    </Confirm>
  );
}
