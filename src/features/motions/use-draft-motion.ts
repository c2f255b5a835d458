import type { Body, HouseholdsBase, Membership, Subject, Worth } from '@contract/decision';
import type { MotionDetail } from '@contract/motions';
import { useDraftForm } from '@/features/calls/use-draft';
import { clockText, dayOf, instantOf } from '@/services/time';

/** A motion as it is being written. */
export interface MotionForm {
  title: string;
  text: string;
  body: Body | null;
  membership: Membership | null;
  base: HouseholdsBase | null;
  subject: Subject | null;
  worth: Worth | null;
  interim: 'shown' | 'hidden';
  ballot: 'named' | 'secret';
  options: string[];
  opensOn: string | null;
  opensTime: string;
  closesOn: string | null;
  closesTime: string;
  paper: 'none' | 'first' | 'latest';
  /** Minutes; null: what is usual. */
  settleMinutes: number | null;
  /** Days; null: the closing is not put off. A form that was begun earlier has nothing to say of it. */
  extensionDays?: number | null;
}

export const BLANK_MOTION: MotionForm = {
  title: '',
  text: '',
  body: null,
  membership: null,
  base: null,
  subject: null,
  worth: null,
  interim: 'hidden',
  ballot: 'named',
  options: [],
  opensOn: null,
  opensTime: '09:00',
  closesOn: null,
  closesTime: '18:00',
  paper: 'none',
  settleMinutes: null,
  extensionDays: null,
};

function formOf(motion: MotionDetail): MotionForm {
  const time = (at: number) => clockText(at).padStart(5, '0');
  const { title, text, body, worth, interim, ballot, opensAt, closesAt, terms } = motion;
  const { membership, base, subject, options } = terms;
  const paper = {
    paper: terms.paper?.precedence ?? 'none',
    settleMinutes: terms.paper?.settleMinutes ?? null,
  } as const;
  const times = {
    opensOn: dayOf(opensAt),
    opensTime: time(opensAt),
    closesOn: dayOf(closesAt),
    closesTime: time(closesAt),
  };
  return {
    title,
    text,
    body,
    membership,
    base,
    subject,
    worth: worth.id,
    interim,
    ballot,
    options,
    ...times,
    ...paper,
    extensionDays: terms.extension?.days ?? null,
  };
}

/** The window that was picked, or null while a day is missing: then the meeting's own time. */
export function windowOf(form: MotionForm): { opensAt: number; closesAt: number } | null {
  const { opensOn, opensTime, closesOn, closesTime } = form;
  if (!opensOn || !closesOn) return null;
  return { opensAt: instantOf(opensOn, opensTime), closesAt: instantOf(closesOn, closesTime) };
}

/** What is asked of paper. A form that was begun before there was paper has nothing to say of it. */
export function paperOf({ paper = 'none', settleMinutes = null }: Partial<MotionForm>) {
  return paper === 'none' ? null : { precedence: paper, settleMinutes };
}

export function extensionOf({ extensionDays }: MotionForm): { days: number } | null {
  return extensionDays ? { days: extensionDays } : null;
}

/** What is missing before the server can be asked; the law is the server's business. */
export function missingIn(form: MotionForm, atMeeting: boolean): string | undefined {
  if (!form.body || !form.subject || !form.worth) return '请选好由谁表决、表决什么、有什么效力';
  if (!form.title.trim() || !form.text.trim()) return '请写好问题和说明';
  return atMeeting || windowOf(form) ? undefined : '请选好开始和截止的时间';
}

/** The form's state, kept on the phone; beginning with the draft that is being changed, or with what is known already. */
export function useDraftMotion(
  name: string,
  motion: MotionDetail | null,
  known: Pick<MotionForm, 'title' | 'body' | 'membership'>,
) {
  return useDraftForm<MotionForm>(`motion:${name}`, () =>
    motion ? formOf(motion) : { ...BLANK_MOTION, ...known },
  );
}
