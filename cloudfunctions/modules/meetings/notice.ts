import type { Body } from '@contract/decision';
import type { NoticePreview } from '@contract/meetings';
import type { LocalProfile } from '@contract/profile';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { OFFICE_WORDS } from '../../kernel/offices';
import { persons, places } from '../members/repository';
import { convenersOf } from '../motions/rules/convening';
import { dayOf } from '../motions/rules/days';
import { checkNotice } from '../motions/rules/notice';

/** What the law of this place says about convening a body: read once, used by the preview and by every check. */
export interface PlaceLaw {
  profile: LocalProfile;
  hasOwnersCommittee: boolean;
}

export async function lawOf(path: readonly string[], now: number, reader: Reader = store): Promise<PlaceLaw> {
  // One after the other: a transaction takes no two requests at once.
  const profile = await places.profileFor(reader, path);
  const committee = await persons.over(reader, path, ['owners-committee'], now);
  return { profile, hasOwnersCommittee: committee.length > 0 };
}

interface NoticeQuestion {
  body: Body;
  /** The instant at which the notice goes out. */
  noticeAt: number;
  meetingOn: string;
  specialReason?: string;
}

/** The notice period of a body here, and whether the day keeps it (PATH-1, PATH-2, PATH-6). */
export function noticeOf(
  law: PlaceLaw,
  { body, noticeAt, meetingOn, specialReason }: NoticeQuestion,
): NoticePreview {
  const { profile } = law;
  const asked = { body, noticeOn: dayOf(noticeAt), meetingOn, profile };
  const answer = checkNotice({ ...asked, specialReason });
  // The body knows special circumstances if naming them is not what is refused.
  const tomorrow = checkNotice({ ...asked, meetingOn: asked.noticeOn, specialReason: '问' });
  return {
    ...answer,
    specialCircumstances: tomorrow.refusal !== 'NO_SPECIAL_CIRCUMSTANCES',
    conveners: convenersOf(body, profile, law.hasOwnersCommittee).map((office) => ({
      office,
      label: OFFICE_WORDS[office],
    })),
  };
}

/** The 居民委员会 hears of an owners' meeting at the same time as the owners (MEET-8, 物业管理条例 14). */
export async function committeeToTell(
  meeting: { body: Body; path: readonly string[] },
  now: number,
): Promise<string[]> {
  if (meeting.body !== 'owners') return [];
  const held = await persons.over(store, meeting.path, ['residents-committee'], now);
  return [...new Set(held.map((one) => one.person._id))];
}
