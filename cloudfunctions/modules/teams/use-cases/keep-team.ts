import type { CallInput } from '@contract/calls';
import type { ErrorCode } from '@contract/errors';
import type { TeamDetail } from '@contract/teams';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayKeep } from '../../volunteers/policy';
import type { TeamDocument } from '../documents';
import { mayClose, mayEdit, mayLead } from '../policy';
import { presentTeam, teamCase } from '../present';
import { teams } from '../repository';

export async function makeTeam(context: Context, input: CallInput<'teams.make'>): Promise<TeamDetail> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  enforce(mayKeep(actor, now, place.path));
  await requirePassed(context, [input.name, input.purpose]);
  const { subjectId } = await change(context, async (transaction) => {
    const { name, purpose, joining, colour, placeId } = input;
    const team: TeamDocument = {
      ...{ _id: newId(context, 'team'), name, purpose, joining, colour },
      ...{ placeId, placeName: place.name, path: place.path },
      ...{ leaders: [], members: 0, waiting: 0, closed: null, revision: 1, createdAt: now },
    };
    await teams.put(transaction, team);
    return { subject: { kind: 'team', id: team._id }, path: team.path, facts: { colour } };
  });
  return presentTeam(context, subjectId);
}

interface Keeping {
  id: string;
  revision: number;
  texts: string[];
  may: (team: TeamDocument) => ErrorCode | null;
  make: (team: TeamDocument) => TeamDocument;
}

async function keep(context: Context, { id, revision, texts, may, make }: Keeping): Promise<TeamDetail> {
  const { team } = await teamCase(store, context, id);
  enforce(mayLead(context.actor, context.now, team.path, team));
  await requirePassed(context, texts);
  await change(context, async (transaction) => {
    const before = found(await teams.byId(transaction, id));
    enforce(may(before));
    requireRevision(before, revision);
    await teams.put(transaction, { ...make(before), revision: before.revision + 1 });
    return { subject: { kind: 'team', id }, path: before.path };
  });
  return presentTeam(context, id);
}

export function editTeam(context: Context, input: CallInput<'teams.edit'>): Promise<TeamDetail> {
  const { id, revision, name, purpose, joining } = input;
  return keep(context, {
    ...{ id, revision, texts: [name, purpose] },
    may: (team) => mayEdit(context.actor, context.now, team),
    make: (team) => ({ ...team, name, purpose, joining }),
  });
}

/** It takes nobody any more and is in no list; its hours keep its name. */
export function closeTeam(context: Context, input: CallInput<'teams.close'>): Promise<TeamDetail> {
  const { id, revision, reason } = input;
  return keep(context, {
    ...{ id, revision, texts: [reason] },
    may: (team) => mayClose(context.actor, context.now, team),
    make: (team) => ({ ...team, closed: { at: context.now, reason } }),
  });
}
