import type { Body } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';
import { addDays, dayNumber } from './days';

interface Notice {
  days: number;
  /** The statutes know short notice for assemblies only (PATH-2). */
  specialCircumstances: boolean;
  article: string;
}

const RESIDENTS = '《城市居民委员会组织法》第二十六条';
const VILLAGERS = '《村民委员会组织法》第二十五条';
const COMMUNITY_RULES = '社区议事规则';

// The statutes give ten days for the assemblies; delegates and groups are held to the same by the house.
const NOTICE: Record<Body, Notice> = {
  owners: { days: 15, specialCircumstances: false, article: '《物业管理条例》第十四条' },
  'residents-assembly': { days: 10, specialCircumstances: true, article: RESIDENTS },
  'residents-delegates': { days: 10, specialCircumstances: true, article: RESIDENTS },
  'villagers-assembly': { days: 10, specialCircumstances: true, article: VILLAGERS },
  'villagers-delegates': { days: 10, specialCircumstances: true, article: VILLAGERS },
  'villagers-group': { days: 10, specialCircumstances: true, article: VILLAGERS },
  yard: { days: 0, specialCircumstances: true, article: COMMUNITY_RULES },
};

export interface NoticeQuestion {
  body: Body;
  /** The day on which everybody is told. */
  noticeOn: string;
  meetingOn: string;
  /** Why the notice is short, as recorded; without it the full period holds. */
  specialReason?: string | null;
  profile: LocalProfile;
}

export interface NoticeAnswer {
  days: number;
  /** The first day on which the meeting may be (PATH-3). */
  earliestOn: string;
  article: string;
  /** Whether this body knows short notice at all, with a recorded reason. */
  specialCircumstances: boolean;
  refusal: 'NOTICE_TOO_SHORT' | 'NO_SPECIAL_CIRCUMSTANCES' | null;
}

/** Days of notice for a body: the statute's, or more where the profile says so (PATH-1). */
export function noticeDays(body: Body, profile: LocalProfile): number {
  return Math.max(NOTICE[body].days, profile.noticeDays[body] ?? 0);
}

/** Whether a meeting may be on its day: D ≥ notice day + n + 1, or under recorded special circumstances any day from the notice. */
export function checkNotice({
  body,
  noticeOn,
  meetingOn,
  specialReason,
  profile,
}: NoticeQuestion): NoticeAnswer {
  const { article, specialCircumstances } = NOTICE[body];
  const days = noticeDays(body, profile);
  const special = Boolean(specialReason?.trim());
  const short = special && specialCircumstances;
  const earliestOn = short ? noticeOn : addDays(noticeOn, days + 1);
  const early = dayNumber(meetingOn) < dayNumber(earliestOn);
  const refused = special && !specialCircumstances ? 'NO_SPECIAL_CIRCUMSTANCES' : 'NOTICE_TOO_SHORT';
  return { days, earliestOn, article, specialCircumstances, refusal: early ? refused : null };
}
