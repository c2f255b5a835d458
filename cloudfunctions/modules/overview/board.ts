import type { FinishedMatter, NoticeCard } from '@contract/overview';
import { chinaDay, chinaTime } from '../../kernel/wording';
import { store } from '../../kernel/reader';
import type { MeetingDocument } from '../meetings/documents';
import type { MotionDocument } from '../motions/documents';
import type { ProposalDocument } from '../proposals/documents';
import type { ResolutionDocument } from '../resolutions/documents';
import { resolutions } from '../resolutions/repository';
import { photosOf } from '../resolutions/rules';
import { links } from './links';

const NOTICES_SHOWN = 5;

export interface Announced {
  meetings: readonly MeetingDocument[];
  motions: readonly MotionDocument[];
  resolutions: readonly ResolutionDocument[];
}

/** What was announced lately, newest first. */
export function noticeCards(announced: Announced): NoticeCard[] {
  const meetings = announced.meetings.map(({ _id: id, title, placeName, venue, startsAt, noticedAt }) => {
    const detail = `开会：${chinaTime(startsAt)}，${venue}`;
    return {
      kind: 'meeting' as const,
      id,
      title,
      detail,
      placeName,
      at: noticedAt ?? 0,
      link: links.meeting(id),
    };
  });
  const motions = announced.motions.map(({ _id: id, title, placeName, opensAt, closesAt, roll }) => {
    const detail = `表决：${chinaTime(opensAt)}到${chinaTime(closesAt)}`;
    const at = roll?.frozenAt ?? opensAt;
    return { kind: 'motion' as const, id, title, detail, placeName, at, link: links.motion(id) };
  });
  const published = announced.resolutions.map(
    ({ _id: id, title, placeName, publishedAt, publishedUntilOn }) => {
      const detail = `公示到${chinaDay(publishedUntilOn)}`;
      return {
        kind: 'resolution' as const,
        id,
        title,
        detail,
        placeName,
        at: publishedAt,
        link: links.resolution(id),
      };
    },
  );
  return [...meetings, ...motions, ...published].sort((a, b) => b.at - a.at).slice(0, NOTICES_SHOWN);
}

async function finishedMatter(proposal: ProposalDocument): Promise<FinishedMatter> {
  const { _id: id, title, placeName, photos, handled, resolutionId, updatedAt: closedAt } = proposal;
  const before = photos[0] ?? null;
  const base = { id, title, placeName, closedAt };
  const resolution = resolutionId ? await resolutions.byId(store, resolutionId) : null;
  if (!resolution) {
    const after = handled?.photos.at(-1) ?? null;
    return { ...base, detail: handled?.text ?? '', before, after, link: links.proposal(id) };
  }
  const { first, last } = photosOf(resolution);
  const done = resolution.items.flatMap((item) => item.progress).filter((step) => step.done);
  const link = links.resolution(resolution._id);
  // Work that was photographed once shows its result beside the proposal's own photo.
  return {
    ...base,
    detail: done.at(-1)?.text ?? '',
    before: before ?? (last && first),
    after: last ?? first,
    link,
  };
}

/** Finished matters with the photos of before and after, for 说了算数. */
export function finishedMatters(closed: readonly ProposalDocument[]): Promise<FinishedMatter[]> {
  return Promise.all(closed.map(finishedMatter));
}
