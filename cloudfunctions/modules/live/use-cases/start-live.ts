import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found } from '../../../kernel/refusal';
import { maySee } from '../../meetings/policy';
import type { MeetingDocument } from '../../meetings/documents';
import { meetings } from '../../meetings/repository';
import type { LiveMeetingDocument } from '../documents';
import { mayStart } from '../policy';
import { leadKey, presentLive } from '../present';
import { lives } from '../repository';
import { closesAt } from '../rules/running';
import { leadingOffice } from '../leading-office';

function begun(context: Context, meeting: MeetingDocument, before: LiveMeetingDocument | null) {
  const { _id, title, body, placeId, placeName, path, venue, startsAt, endsAt, stage } = meeting;
  const { now, actor } = context;
  const live: LiveMeetingDocument = {
    _id,
    run: (before?.run ?? 0) + 1,
    version: (before?.version ?? 0) + 1,
    changedAt: now,
    ...{ stage: 'running', endedBy: null, closesAt: closesAt(meeting) },
    meeting: {
      ...{ _id, title, body, placeId, placeName, path, venue, startsAt, endsAt, stage },
      noticedAt: meeting.noticedAt ?? now,
    },
    items: meeting.agenda.map((item) => ({ id: item.id, title: item.title })),
    itemId: meeting.agenda[0]?.id ?? '',
    lead: {
      term: (before?.lead.term ?? 0) + 1,
      office: leadingOffice(context, path),
      key: leadKey(_id, actor.personId),
    },
    ...{ speaker: null, timer: null, vote: null, pairing: null, screens: [], cleared: false },
    figures: { present: 0, presentHomes: 0, quorum: [], waiting: [], asOfAt: 0, leaseUntil: 0 },
    lastNumber: 0,
  };
  return live;
}

/** Begins a meeting live, or anew after it was ended too early or moved; whoever begins it leads it (LIVE-1). */
export async function startLive(context: Context, { id }: CallInput<'live.start'>): Promise<LiveView> {
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const meeting = found(await meetings.byId(transaction, id));
    enforce(maySee(actor, now, meeting));
    const before = await lives.byId(transaction, id);
    enforce(mayStart(actor, now, meeting, before));
    const live = begun(context, meeting, before);
    await lives.put(transaction, live);
    return { subject: { kind: 'meeting', id }, path: meeting.path, facts: { run: live.run } };
  });
  return presentLive(context, id);
}
