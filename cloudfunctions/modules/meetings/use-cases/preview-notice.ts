import type { CallInput } from '@contract/calls';
import type { NoticePreview } from '@contract/meetings';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { lawOf, noticeOf } from '../notice';
import { mayPlan } from '../policy';

/** What the notice period would be, before anything is written (MEET-2). */
export async function previewNotice(
  context: Context,
  input: CallInput<'meetings.preview'>,
): Promise<NoticePreview> {
  const place = found(await places.byId(store, input.placeId));
  enforce(mayPlan(context.actor, context.now, place.path));
  const law = await lawOf(place.path, context.now);
  const { body, meetingOn, specialCircumstances: specialReason } = input;
  return noticeOf(law, { body, noticeAt: context.now, meetingOn, specialReason });
}
