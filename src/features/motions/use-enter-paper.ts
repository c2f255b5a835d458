import type { Choice } from '@contract/decision';
import type { PaperRow } from '@contract/motions';
import { useState } from 'react';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';

/** A paper as it is being entered. */
export interface PaperForm {
  choice: Choice | null;
  channel: 'paper' | 'door' | null;
  photos: string[];
  helped: boolean;
  helper: string;
  consent: boolean;
}

const BLANK: PaperForm = {
  choice: null,
  channel: null,
  photos: [],
  helped: false,
  helper: '',
  consent: false,
};

/** What is still to be done before it can be sent. */
export function missingOf(form: PaperForm): string | undefined {
  if (form.photos.length === 0) return '先拍下签了字的纸质票';
  if (!form.choice) return '照着纸质票选一项';
  if (!form.channel) return '选好是交来的，还是上门收的';
  if (!form.helped) return undefined;
  if (!form.helper.trim()) return '写上帮忙的人的名字';
  return form.consent ? undefined : '要投票人本人同意才能代填';
}

/** The form, kept on the phone until it is sent: a visit goes on where the network was lost. */
export function useEnterPaper(motionId: string, entryId: string, photos: string[]) {
  const draft = useDraftForm<PaperForm>(`paper:${motionId}:${entryId}`, () => ({ ...BLANK, photos }));
  const [entered, setEntered] = useState<PaperRow | null>(null);
  const command = useCommand('motions.enterPaper');
  const send = async () => {
    const { choice, channel, helped, helper, ...form } = draft.value;
    if (!choice || !channel) return;
    const assistance = helped ? { helper, consent: true as const } : null;
    const row = await command.send({ motionId, entryId, choice, channel, photos: form.photos, assistance });
    if (!row) return;
    draft.drop();
    setEntered(row);
  };
  return {
    form: draft.value,
    change: draft.change,
    entered,
    send,
    error: command.error,
    fields: command.fields,
  };
}
