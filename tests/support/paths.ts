import type { CallOutput, CallRequest } from '@contract/calls';
import type { RecordedStep } from '@contract/paths';
import type { TestCloud } from './local-cloud';
import { DAY, type Detail, HOUR, motionCallsOf, ownersPoll, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

export type Board = CallOutput<'paths.board'>;
type Body = Detail['body'];

/** A photo of minutes is what proves a step; `photo` is one that was uploaded. */
export function pathCallsOf(cloud: TestCloud, yard: SmallCommunity, photo: string) {
  const motions = motionCallsOf(cloud, yard);
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const today = () => new Date(cloud.cloud.clock.now() + 8 * HOUR).toISOString().slice(0, 10);
  const said = (changes: object = {}) => ({
    ...{ doneOn: today(), responsible: '社区党委 陈秀兰', text: '会议研究同意', photos: [photo] },
    ...changes,
  });
  const record = (by: PersonKey, matterId: string, step: RecordedStep, changes: object = {}) =>
    as(by).call('paths.record', { clientId: freshId(), matterId, step, ...said(changes) });
  const board = (by: PersonKey, matterId: string, body?: Body) =>
    as(by).call('paths.board', { matterId, body });
  const stepOf = (shown: Board, step: Board['steps'][number]['step']) =>
    shown.steps.find((one) => one.step === step);
  /** A meeting of the community's assembly, not yet noticed, with a vote drafted on its one item. */
  async function drafted(
    body: 'residents-assembly' | 'villagers-assembly',
    changes: Partial<Parameters<typeof ownersPoll>[0]> = {},
  ) {
    const startsAt = cloud.cloud.clock.now() + 12 * DAY;
    const plan: CallRequest<'meetings.schedule'> = {
      ...{ clientId: freshId(), title: '社区大会', body, membership: 'adults', placeId: 'lantian' },
      convener: body === 'residents-assembly' ? 'residents-committee' : 'villagers-committee',
      ...{ venue: '社区活动室', startsAt, endsAt: startsAt + 2 * HOUR },
      agenda: [{ id: 'item', title: '议题一', proposalId: changes.proposalId ?? null }],
    };
    const meeting = await as('secretary').call('meetings.schedule', plan);
    const motion = await motions.draft('secretary', {
      ...ownersPoll({ body, membership: 'adults', placeId: 'lantian', subject: 'community-matter' }),
      ...{ worth: 'statutory', meetingId: meeting.id, agendaItemId: 'item', window: null },
      ...changes,
    });
    return { meeting, motion };
  }
  const giveNotice = async (meetingId: string) => {
    const { id, revision } = await as('secretary').call('meetings.detail', { id: meetingId });
    return as('secretary').call('meetings.giveNotice', { clientId: freshId(), id, revision });
  };
  const announce = async (motionId: string) =>
    motions.announce('secretary', await motions.detail('secretary', motionId));
  return { as, motions, today, said, record, board, stepOf, drafted, giveNotice, announce };
}
