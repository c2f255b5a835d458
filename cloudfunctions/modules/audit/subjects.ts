import type { AuditEntry } from '../../kernel/change';
import { store } from '../../kernel/reader';
import { meetings } from '../meetings/repository';
import { homes, persons } from '../members/repository';
import { motions } from '../motions/repository';
import { MARKS_KIND, motionOfMarks } from '../motions/rules/secret';
import { organisations } from '../organisations/repository';
import { links } from '../overview/links';
import { proposals } from '../proposals/repository';
import { repairs } from '../repairs/repository';
import { resolutions } from '../resolutions/repository';
import { seriesLink } from '../series/link';
import { series } from '../series/repository';

/** What an entry is about, as a reader of the record knows it. */
export interface SubjectWords {
  /** '东门停车位', or null for what has no name of its own. */
  title: string | null;
  /** The page that shows it, or null. */
  link: string | null;
}

type Subject = AuditEntry['subject'];

const NAMELESS: SubjectWords = { title: null, link: null };

async function titled(
  found: Promise<{ _id: string; title: string } | null>,
  link: (id: string) => string,
): Promise<SubjectWords> {
  const document = await found;
  return document ? { title: document.title, link: link(document._id) } : NAMELESS;
}

const READ: Partial<Record<string, (id: string) => Promise<SubjectWords>>> = {
  proposal: (id) => titled(proposals.byId(store, id), links.proposal),
  meeting: (id) => titled(meetings.byId(store, id), links.meeting),
  motion: (id) => titled(motions.byId(store, id), links.motion),
  'ballot-box': (id) => titled(motions.byId(store, id), links.motion),
  [MARKS_KIND]: (id) => titled(motions.byId(store, motionOfMarks(id)), links.motion),
  resolution: (id) => titled(resolutions.byId(store, id), links.resolution),
  repair: (id) => titled(repairs.byId(store, id), links.repair),
  path: async (id) => {
    const matter = (await proposals.byId(store, id)) ?? (await motions.byId(store, id));
    return matter ? { title: matter.title, link: links.path(id) } : NAMELESS;
  },
  series: (id) => titled(series.byId(store, id), seriesLink),
  organisation: async (id) => ({ title: (await organisations.byId(store, id))?.name ?? null, link: null }),
  home: async (id) => ({ title: (await homes.byId(store, id))?.label ?? null, link: null }),
  person: async (id) => ({ title: (await persons.byId(store, id))?.name ?? null, link: null }),
};

const keyOf = ({ kind, id }: Subject) => `${kind}:${id}`;

/** What each of these entries is about, by the ids that it keeps: named as it is called now. */
export async function wordsOfSubjects(
  entries: readonly AuditEntry[],
): Promise<(subject: Subject) => SubjectWords> {
  const subjects = new Map(entries.map(({ subject }) => [keyOf(subject), subject]));
  const words = new Map<string, SubjectWords>();
  await Promise.all(
    [...subjects].map(async ([key, { kind, id }]) => {
      words.set(key, (await READ[kind]?.(id)) ?? NAMELESS);
    }),
  );
  return (subject) => words.get(keyOf(subject)) ?? NAMELESS;
}
