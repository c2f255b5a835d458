import { change } from '../../../kernel/change';
import { systemContext } from '../../../kernel/context';
import { inTurn } from '../../../kernel/in-turn';
import { found } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { dayOf, daysBetween } from '../../motions/rules/days';
import { closing } from '../closing';
import type { ResolutionDocument } from '../documents';
import { resolutionLink } from '../present';
import { resolutions } from '../repository';
import { REMINDERS_AFTER_DAYS } from '../rules';

const AT_ONCE = 200;

/** The system's own command: its name makes it once, however often the timer comes. */
function jobOf(what: string, resolution: ResolutionDocument, requestId: string) {
  return systemContext(`${what}:${resolution._id}:${resolution.askedAt}`, requestId);
}

async function remind(resolution: ResolutionDocument, after: number, requestId: string): Promise<void> {
  await change(jobOf(`remind-${after}`, resolution, requestId), async () => ({
    subject: { kind: 'resolution', id: resolution._id },
    path: resolution.path,
    messages: [
      {
        audience: { persons: resolution.authorIds },
        kind: 'action-item',
        title: '还在等您确认',
        body: `${resolution.title}：${chinaDay(resolution.silentOn ?? '')}前没有回音，就算您同意。`,
        link: resolutionLink(resolution._id),
      },
    ],
  }));
}

async function closeOne(resolution: ResolutionDocument, requestId: string): Promise<void> {
  const context = jobOf('close-silent', resolution, requestId);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, resolution._id));
    const subject = { kind: 'resolution', id: before._id };
    // Confirmed or reopened a moment ago: then there is nothing to close.
    if (before.stage !== 'done' || before.askedAt !== resolution.askedAt) {
      return { subject, path: before.path, unchanged: true };
    }
    return closing(transaction, context, before, 'silent');
  });
}

/** Reminds those who were asked, and closes what nobody answered about once the announced day has come. */
export async function closeSilent(now: number, requestId: string): Promise<void> {
  const today = dayOf(now);
  const asked = await resolutions.asked(AT_ONCE);
  await inTurn('resolutions.close-silent', requestId, asked, async (resolution) => {
    if (!resolution.silentOn || resolution.askedAt === null) return;
    if (today >= resolution.silentOn) return closeOne(resolution, requestId);
    const waited = daysBetween(dayOf(resolution.askedAt), today);
    for (const after of REMINDERS_AFTER_DAYS) if (waited >= after) await remind(resolution, after, requestId);
  });
}
