import { BODIES, type Body } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';
import type { Office } from '@contract/roles';
import { noticeDays } from '../../motions/rules/notice';
import { publicationDays } from '../../motions/rules/publication';
import { bodiesUnder } from './profile';

export interface Labels {
  bodies: Record<Body, string>;
  offices: Record<Office, string>;
}

const listed = (words: readonly string[]) => words.join('、');

/** What follows for votes, in sentences that need no law book (PATH-9). */
export function followsOf(profile: LocalProfile, { bodies }: Labels): string[] {
  const statutory = bodiesUnder(profile, bodies).filter((one) => one.statutory);
  if (statutory.length === 0) {
    return ['这里的手机表决都只是预表决或意见征询：结果供大家参考，要算数还得照法律另行表决。'];
  }
  return [
    `${listed(statutory.map(({ label }) => label))}可以在手机上作法定表决：通过了就算数，对大家都有约束。`,
    '其他的会，手机表决只是预表决或意见征询。',
    '已经公布的表决照公布时的办法办完，改了也不影响。',
  ];
}

/** What a version said, a sentence a line; null: it was dropped. */
export function profileLines(profile: LocalProfile | null, { bodies, offices }: Labels): string[] {
  if (profile === null) return ['不再单独规定，照上一级的办法'];
  const { confirmedBy, electronicVotes, phonePresence, writtenWindowDays, maxProxies } = profile;
  const longer = BODIES.filter((body) => profile.noticeDays[body] !== undefined);
  const none = '没有';
  return [
    `确认机关：${confirmedBy ?? none}`,
    `可以作法定表决：${listed(electronicVotes.map((body) => bodies[body])) || none}`,
    `手机投票算到会：${listed(phonePresence.map((body) => bodies[body])) || none}`,
    ...longer.map((body) => `${bodies[body]}提前${noticeDays(body, profile)}天通知`),
    `书面征求意见：${writtenWindowDays.min}天到${writtenWindowDays.max}天`,
    `公示：至少${publicationDays(profile)}天`,
    `一人最多代几票：${maxProxies}`,
    `没有业委会时召集业主：${listed(profile.ownersConveners.map((office) => offices[office])) || none}`,
    `只由一部分业主决定的依据：${profile.narrowerAreaAuthority ?? none}`,
    `会上临时加的议题：${profile.offAgendaBarred === false ? '到会的人可以表决（业主大会除外）' : '不能表决'}`,
  ];
}
