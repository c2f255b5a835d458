import { store } from '../../kernel/reader';
import { minutesWords } from '../service/rules/times';
import { members } from '../teams/repository';
import { surgeAnswers } from '../surges/repository';
import { volunteers } from '../volunteers/repository';
import { REPORT_LABELS } from '../volunteers/rules';
import { stored } from './repository';

const STATES = { present: '已签到', stated: '等确认', done: '已记好', 'no-show': '没有来' } as const;

/** What is stored about somebody as a volunteer, under headings that they can read (KEEP-1). */
export async function volunteerRows(id: string, time: (at: number | null) => string | null): Promise<object> {
  const [profile, teams, records, lines, answers] = await Promise.all([
    volunteers.byId(store, id),
    members.allOf(id),
    stored.records(id),
    stored.logs(id),
    surgeAnswers.allOf(id),
  ]);
  return {
    志愿者档案: profile && {
      ...{ 出生日期: profile.bornOn, 特长: profile.skills, 志愿者码: profile.code },
      监护人同意: profile.guardian && { 姓名: profile.guardian.name, 时间: time(profile.guardian.at) },
      报到: profile.reports.map(({ placeName, kind, unit, at }) => ({
        ...{ 地方: placeName, 身份: REPORT_LABELS[kind], 单位: unit, 时间: time(at) },
      })),
    },
    志愿队伍: teams.map(({ teamId, note, at }) => ({ 队伍编号: teamId, 说明: note, 时间: time(at) })),
    服务时长: records.map(({ title, placeName, startsAt, state, inAt, outAt, minutes, disputes }) => ({
      ...{ 任务: title, 地方: placeName, 班次: time(startsAt), 状态: STATES[state] },
      ...{ 到达: time(inAt), 离开: time(outAt), 时长: minutesWords(minutes) },
      异议: disputes.map(({ text, at }) => ({ 内容: text, 时间: time(at) })),
    })),
    巡逻记录: lines.map(({ text, at }) => ({ 内容: text, 时间: time(at) })),
    紧急召集: answers.map(({ coming, at }) => ({ 答复: coming ? '能来' : '来不了', 时间: time(at) })),
  };
}
