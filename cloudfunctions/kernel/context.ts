import { serverNow } from './clock';
import { idOf } from './ids';
import type { Actor, PersonDocument } from './person';
import type { TakenPhoto } from './photo-records';
import { Refusal } from './refusal';

/** What a use-case knows of the call. One instant for the whole call, so that its checks cannot disagree. */
export interface Context {
  readonly action: string;
  readonly actor: Actor;
  /** Epoch ms, the server's clock when the call came in. */
  readonly now: number;
  readonly requestId: string;
  /** The same for each time that the same person sends the same command: the id of its audit entry. */
  readonly commandId: string;
  /** Hash of the input without its client id. */
  readonly inputHash: string;
  /** Photos that prove what is being changed, as the server read them (FILE-1). Left out: none. */
  readonly photos?: readonly TakenPhoto[];
}

/** The id of the n-th thing that this command creates; sending it again makes the same id. */
export function newId(context: Context, kind: string, n = 0): string {
  return idOf(context.commandId, kind, String(n));
}

/** The person who acts; the gateway has let nobody through who has not signed in, except where visitors may. */
export function personOf(context: Context): PersonDocument {
  if (!context.actor.person) throw new Refusal('NOT_SIGNED_IN');
  return context.actor.person;
}

const NOBODY: Actor = { openid: '', personId: 'system', person: null };

/** The context of a due job: the cloud itself acts, and the job's name makes its repetition a no-op. */
export function systemContext(job: string, requestId: string): Context {
  return {
    action: `timer.${job.split(':')[0]}`,
    actor: NOBODY,
    now: serverNow(),
    requestId,
    commandId: idOf('system', job),
    inputHash: job,
  };
}
