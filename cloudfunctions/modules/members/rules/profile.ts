import { BODIES, type Body } from '@contract/decision';
import { DEFAULT_PROFILE, type LocalProfile } from '@contract/profile';
import type { ProfileBodyView } from '@contract/profile-views';
import { OFFICES, type Office } from '@contract/roles';
import { checkNotice, noticeDays } from '../../motions/rules/notice';
import { publicationDays } from '../../motions/rules/publication';
import { allowedWorths } from '../../motions/rules/worth';

/** Bodies that decide by a statute; the yard meets by its own rules, so no profile makes its votes statutory. */
const hasStatute = (body: Body): boolean => body !== 'yard';

/** Offices that can stand in for an owners' committee: those that plan meetings at all; nobody whose contract the owners vote on. */
export const OWNERS_CONVENERS: readonly Office[] = OFFICES.filter((office) =>
  ['street-officer', 'secretary', 'residents-committee', 'villagers-committee', 'building-head'].includes(
    office,
  ),
);

/** The statute's own figures. */
export const LEAST_PUBLICATION_DAYS = publicationDays(DEFAULT_PROFILE);
export const leastNoticeDays = (body: Body): number => noticeDays(body, DEFAULT_PROFILE);

/** What the law does not leave to a locality, a sentence for each field (PATH-1, PATH-9); empty: it may be laid down. */
export function profileRefusals(profile: LocalProfile): Record<string, string> {
  const { electronicVotes, ownersConveners } = profile;
  const short = BODIES.filter((body) => {
    const days = profile.noticeDays[body];
    return days !== undefined && days < leastNoticeDays(body);
  });
  const notice = short.map((body): [string, string] => [
    `profile.noticeDays.${body}`,
    `法律规定至少提前${leastNoticeDays(body)}天，只能更长`,
  ]);
  const rest: [field: string, holds: boolean, sentence: string][] = [
    [
      'electronicVotes',
      electronicVotes.some((body) => !hasStatute(body)),
      '坝坝会没有法律规定，不能作法定表决',
    ],
    ['ownersConveners', ownersConveners.length === 0, '请至少选一个：没有业委会时总要有人召集业主'],
    [
      'ownersConveners',
      ownersConveners.some((office) => !OWNERS_CONVENERS.includes(office)),
      '这个职务不能召集业主，请换一个',
    ],
  ];
  const wrong = rest
    .filter(([, holds]) => holds)
    .map(([field, , words]): [string, string] => [`profile.${field}`, words]);
  return Object.fromEntries([...notice, ...wrong]);
}

/** Each body with what holds for it here. */
export function bodiesUnder(profile: LocalProfile, labels: Record<Body, string>): ProfileBodyView[] {
  const on = '2026-01-01';
  return BODIES.map((body) => ({
    body,
    label: labels[body],
    leastNoticeDays: leastNoticeDays(body),
    noticeArticle: checkNotice({ body, noticeOn: on, meetingOn: on, profile }).article,
    noticeDays: noticeDays(body, profile),
    statutory: hasStatute(body) && allowedWorths('owners-ordinary', body, profile).includes('statutory'),
    hasStatute: hasStatute(body),
    phonePresence: profile.phonePresence.includes(body),
  }));
}
