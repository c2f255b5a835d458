import type { CallOutput, CallRequest } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import { DAY, HOUR, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

export type Repair = CallOutput<'repairs.detail'>;
export type Act = 'apply' | 'begin' | 'publish' | 'close' | 'withdraw' | 'correct';

/** The calls on urgent repairs of one small community, with inputs that nothing is wrong with; `photo` is one that was uploaded. */
export function repairCallsOf(cloud: TestCloud, yard: SmallCommunity, photo: string) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const dayIn = (days: number) =>
    new Date(cloud.cloud.clock.now() + days * DAY + 8 * HOUR).toISOString().slice(0, 10);
  const found = (changes: Partial<CallRequest<'repairs.open'>> = {}): CallRequest<'repairs.open'> => ({
    ...{ clientId: freshId(), placeId: 'xingfuli', title: '2单元电梯断绳', kind: 'lift' },
    ...{ where: '1栋2单元', danger: '钢丝绳断了一根，随时会掉', foundOn: dayIn(0), estimate: 4_620_050 },
    ...{ photos: [photo], ...changes },
  });
  const open = (by: PersonKey = 'propertyManager', changes = {}) =>
    as(by).call('repairs.open', found(changes));
  const said = () => ({ doneOn: dayIn(0), responsible: '赵国强', text: '已经报房管局', photos: [photo] });
  /** One step as the phone sends it. */
  function inputOf(what: Act, { id, revision }: Repair, changes: object = {}) {
    const bill = { amount: 4_800_000, contractor: '蓉升电梯公司', acceptance: '试运行三天正常' };
    const inputs: Record<Act, object> = {
      apply: said(),
      begin: said(),
      publish: { ...bill, doneOn: dayIn(0), untilOn: dayIn(15), photos: [photo] },
      close: {},
      withdraw: { reason: '看错了，是别的小区' },
      correct: { step: 'found', ...said(), reason: '写错了人' },
    };
    return { clientId: freshId(), id, revision, ...inputs[what], ...changes };
  }
  const act = (what: Act, by: PersonKey, repair: Repair, changes: object = {}) =>
    as(by).call(`repairs.${what}`, inputOf(what, repair, changes));
  const object = (by: PersonKey, { id }: Repair) =>
    as(by).call('repairs.object', { clientId: freshId(), id, text: '比估价多了一千多，为什么？' });
  const answer = (by: PersonKey, { id }: Repair, objectionId: string) =>
    as(by).call('repairs.answer', { clientId: freshId(), id, objectionId, text: '多换了一个导向轮' });
  async function published(): Promise<Repair> {
    const begun = await act('begin', 'propertyManager', await act('apply', 'zhao', await open()));
    return act('publish', 'propertyManager', begun);
  }
  return { as, dayIn, found, open, said, inputOf, act, object, answer, published };
}
