import type { ErrorCode } from '@contract/errors';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import type { MeetingDocument } from '../../meetings/documents';
import { requireSeen } from '../../meetings/expected';
import { presentMeeting } from '../../meetings/present';
import { meetings } from '../../meetings/repository';
import { motions } from '../../motions/repository';
import type { MeetingFacts } from '../rules/meeting-notice';
import { issuerOf } from './issuer';
import { pageCode } from './pictures';
import { voteFacts } from './vote';

const PAGE = 'packages/meetings/detail/index';

/** What the papers of a meeting say. @throws Refusal NOT_FOUND, or what `refusal` says of the meeting */
export async function meetingFacts(
  context: Context,
  id: string,
  refusal: (meeting: MeetingDocument) => ErrorCode | null,
): Promise<MeetingFacts> {
  const meeting = found(await meetings.byId(store, id));
  await requireSeen(context, meeting);
  enforce(refusal(meeting));
  const linked = await motions.ofMeeting(store, id);
  // Drafts are the office's own (SEC-11).
  const announced = linked.filter(({ roll }) => roll !== null);
  const [view, issuer, page, votes] = await Promise.all([
    presentMeeting(context, meeting),
    issuerOf(meeting.convener, meeting),
    pageCode(PAGE, id),
    Promise.all(
      announced.map(async (motion) => ({
        itemId: motion.agendaItemId,
        vote: await voteFacts(motion, context.now),
      })),
    ),
  ]);
  return { meeting: view, votes, issuer, pageCode: page };
}
