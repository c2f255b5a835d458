import type { BoxContent, BoxView } from '@contract/secret-ballots';
import { useState } from 'react';
import { useCommand } from '@/features/calls/use-command';

/** What one officer found in the box, as it is being written. Kept on the page alone: the other officer may use the same phone. */
export interface BoxForm {
  kind: 'counted' | 'invalid';
  /** By choice, and 'spoiled', 'all': what was typed. */
  figures: Record<string, string>;
  reason: string;
  photos: string[];
}

const BLANK: BoxForm = { kind: 'counted', figures: {}, reason: '', photos: [] };

const isWhole = (text: string | undefined) => text !== undefined && /^\d{1,6}$/.test(text);

/** What is still to be done before it can be sent. */
export function missingOf({ kind, figures, reason, photos }: BoxForm, box: BoxView): string | undefined {
  if (box.can.confirm !== null && photos.length === 0) return '先拍下写好的计票单';
  if (kind === 'invalid') {
    if (!isWhole(figures.all)) return '填箱里一共有多少张';
    return reason.trim() ? undefined : '写上为什么比登记的多';
  }
  const missing = box.choices.find(({ choice }) => !isWhole(figures[choice]));
  if (missing) return `填“${missing.label}”有多少张，没有就填0`;
  return isWhole(figures.spoiled) ? undefined : '填废票有多少张，没有就填0';
}

function contentOf({ kind, figures, reason }: BoxForm, box: BoxView): BoxContent {
  if (kind === 'invalid') return { kind, papers: Number(figures.all), reason };
  const counts = box.choices.map(({ choice }) => ({ choice, papers: Number(figures[choice]) }));
  return { kind, counts, spoiled: Number(figures.spoiled) };
}

/** Enters what is in the box, as the first or as the second officer, whichever the server says. */
export function useBoxCount(box: BoxView) {
  const [form, setForm] = useState(BLANK);
  const enter = useCommand('motions.enterBox');
  const confirm = useCommand('motions.confirmBox');
  const second = box.can.confirm === null;
  const send = async () => {
    const { motionId, revision } = box;
    const content = contentOf(form, box);
    const done = second
      ? await confirm.send({ motionId, revision, content })
      : await enter.send({ motionId, revision, content, photos: form.photos });
    if (done) setForm(BLANK);
  };
  const change = (part: Partial<BoxForm>) => setForm((now) => ({ ...now, ...part }));
  const { error } = second ? confirm : enter;
  return { form, change, send, second, error };
}
