import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/database';
import { type OfficeHeld, officesNow } from '../../../kernel/person';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { persons } from '../../members/repository';
import { dayOf } from '../../motions/rules/days';
import { OFFICE_WORDS } from '../../../kernel/offices';
import type { ActionItem } from '../documents';
import { followProposal } from '../follow';
import { mayAddItem, maySee } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';

type Asked = CallInput<'resolutions.addItem'>;

/** The office in its term, over this place or in it; somebody who answers for another place answers for nothing here. */
async function responsibleOffice(context: Context, asked: Asked, path: readonly string[]) {
  const person = found(await persons.byId(store, asked.personId));
  const offices = officesNow({ openid: '', personId: person._id, person }, context.now);
  const near = (held: OfficeHeld) => path.includes(held.placeId) || held.path.includes(path.at(-1) ?? '');
  const held = offices.find((one) => one.id === asked.officeId && near(one));
  if (!held) throw new Refusal('OFFICE_ENDED');
  return {
    label: `${OFFICE_WORDS[held.office]} ${person.name}`,
    office: held.office,
    placeId: held.placeId,
    personId: person._id,
  };
}

/** Gives out a piece of work with an office that answers for it and a day by which it is due (RES-5). */
export async function addActionItem(context: Context, input: Asked): Promise<ResolutionDetail> {
  const { actor, now } = context;
  const known = found(await resolutions.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  if (input.dueOn < dayOf(now)) throw new Refusal('TIME_IN_PAST');
  await requirePassed(context, [input.title]);
  const responsible = await responsibleOffice(context, input, known.path);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    enforce(mayAddItem(actor, now, before));
    requireRevision(before, input.revision);
    const { title, dueOn } = input;
    const item: ActionItem = {
      id: newId(context, 'item'),
      title,
      responsible,
      dueOn,
      state: 'open',
      progress: [],
    };
    await resolutions.put(transaction, {
      ...before,
      items: [...before.items, item],
      stage: 'doing',
      revision: before.revision + 1,
    });
    await followProposal(transaction, context, before, { stage: 'doing', holder: responsible.label });
    const link = resolutionLink(before._id);
    const detail = `${responsible.label}负责，${chinaDay(dueOn)}前完成`;
    return {
      subject: { kind: 'resolution', id: before._id },
      path: before.path,
      matterId: before.proposalId ?? before.motionId,
      timeline: { kind: 'assigned', title: `交办：${title}`, detail, photos: [], link },
      facts: { item: item.id, dueOn, office: responsible.office },
      messages: [
        {
          audience: { persons: [responsible.personId] },
          kind: 'action-item',
          title: `请您负责：${title}`,
          body: detail,
          link,
        },
      ],
    };
  });
  return presentResolution(context, input.id);
}
