import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { yardMeeting } from '../support/meetings';
import { minutesCallsOf } from '../support/minutes';
import { DAY, motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let calls: ReturnType<typeof minutesCallsOf>;

let record: typeof calls.record;
let release: typeof calls.release;
let ask: typeof calls.ask;
let sign: typeof calls.sign;
let held: typeof calls.held;

const refused = (code: string): unknown => expect.objectContaining({ code });
const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  calls = minutesCallsOf(cloud, yard);
  ({ record, release, ask, sign, held } = calls);
});
afterAll(() => cloud.close());

describe('a draft of minutes', () => {
  it('[MIN-2] [MEET-7] [MEET-12] is read by those who write it alone, from the beginning on, and sets nothing free', async () => {
    const proposalId = await motionCallsOf(cloud, yard).shared('wang', '东门空地');
    const id = await held(proposalId);
    const save = (by: PersonKey, draftRevision: number, text = '边开边记') =>
      calls.as(by).call('minutes.saveDraft', { clientId: freshId(), id, draftRevision, text });
    expect(await save('secretary', 0)).toMatchObject({ draft: { text: '边开边记' }, versions: [] });
    await expect(save('secretary', 0, '另一个人写的')).rejects.toEqual(refused('STALE'));
    await expect(save('wang', 1)).rejects.toEqual(refused('NOT_ALLOWED'));
    const seen = await record('wang', id);
    expect(seen).toMatchObject({ draft: null, words: null, can: { ask: 'MINUTES_NOT_RELEASED' } });
    expect(JSON.stringify([seen, await calls.as('wang').call('meetings.detail', { id })])).not.toContain(
      '边开',
    );
    const matter = () => calls.as('wang').call('proposals.detail', { id: proposalId });
    expect((await matter()).meetingId).toBe(id);
    await release(id, '议了停车。');
    expect((await matter()).meetingId).toBeNull();
    expect(await record('secretary', id)).toMatchObject({ draft: null, words: { text: '议了停车。' } });
    await expect(record('feng', id)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('[MIN-2] cannot begin before its meeting does', async () => {
    const { id } = await calls.noticed(
      yardMeeting({ startsAt: now() + DAY, endsAt: now() + DAY + DAY / 12 }),
    );
    const early = { clientId: freshId(), id, draftRevision: 0, text: '提前写好' };
    await expect(calls.as('secretary').call('minutes.saveDraft', early)).rejects.toEqual(
      refused('MEETING_STAGE'),
    );
  });
});

describe('the versions', () => {
  let id: string;
  beforeAll(async () => {
    id = await held();
    await release(id, '议了停车。');
  });

  it('[MIN-3] are open to corrections by those who were there for seven days, and they hear of it', async () => {
    expect((await record('wang', id)).correctionsUntil).toBe(now() + 7 * DAY);
    const inbox = await inboxOf(cloud, yard.people.wang.openid);
    expect(inbox.map(({ title }) => title)).toContain('会议纪要出来了');
    await expect(ask('zhao', id)).rejects.toEqual(refused('MINUTES_ATTENDEES_ONLY'));
    await expect(ask('feng', id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(ask('wang', id, '这句测试违规')).rejects.toEqual(refused('CONTENT_REFUSED'));
    const { corrections } = await ask('wang', id);
    expect(corrections).toMatchObject([
      { by: '王桂兰', state: 'open', should: '先划线，再装灯', answer: null },
    ]);
    const { groups } = await calls.as('secretary').call('overview.desk', {});
    const waiting = groups.flatMap(({ label, items }) => (label === '待答复的纪要更正' ? items : []));
    expect(waiting).toMatchObject([{ id, detail: '1条更正等答复' }]);
  });

  it('[SEC-8] [MIN-4] keep a correction that the check holds back from the others, and its refusal with the reason from nobody', async () => {
    const hung = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
    const { corrections } = await ask('zhou', id, '等着检查的话').finally(() => hung.remove());
    const own = corrections.find(({ held: waits }) => waits);
    expect(own?.wrong).toBe('等着检查的话');
    expect(JSON.stringify(await record('wang', id))).not.toContain('等着检查的话');
    const decline = (by: PersonKey, correctionId = own?.id ?? '') =>
      calls.as(by).call('minutes.declineCorrection', {
        clientId: freshId(),
        ...{ id, correctionId, reason: '录音里没有' },
      });
    await expect(decline('wang')).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(decline('secretary', 'nothing')).rejects.toEqual(refused('NOT_FOUND'));
    await decline('secretary');
    await expect(decline('secretary')).rejects.toEqual(refused('CORRECTION_ANSWERED'));
    const seen = (await record('wang', id)).corrections.find((one) => one.id === own?.id);
    expect(seen).toMatchObject({
      state: 'declined',
      answer: { reason: '录音里没有', version: null },
      wrong: '',
    });
  });

  it('[MIN-7] are signed by whoever chaired, wrote and was there, one hash by each once', async () => {
    await sign('secretary', id, 'chair');
    await sign('secretary', id, 'recorder');
    await sign('wang', id, 'attendee');
    for (const [by, role, code] of [
      ['secretary', 'chair', 'MINUTES_SIGNED'],
      ['residentsCommittee', 'chair', 'MINUTES_SIGNED'],
      ['residentsCommittee', 'recorder', 'NOT_RECORDER'],
      ['wang', 'chair', 'NOT_ALLOWED'],
      ['wang', 'attendee', 'MINUTES_SIGNED'],
      ['zhao', 'attendee', 'MINUTES_ATTENDEES_ONLY'],
    ] as const) {
      await expect(sign(by, id, role)).rejects.toEqual(refused(code));
    }
    const [{ signatures = [] } = {}] = (await record('zhao', id)).versions;
    expect(signatures.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'chair 陈秀兰',
      'recorder 陈秀兰',
      'attendee 王桂兰',
    ]);
  });

  it('[MIN-1] [MIN-4] [MIN-8] follow one another with a reason and a new hash; what was taken over and who signed what stays to be read', async () => {
    const before = await record('wang', id);
    const adopts = before.corrections.filter(({ state }) => state === 'open').map((one) => one.id);
    await expect(release(id, '议了停车和路灯。', { adopts })).rejects.toMatchObject({
      failure: { fields: { change: '请写明改了什么、为什么改' } },
    });
    await expect(release(id, '议了停车。', { change: '没改' })).rejects.toEqual(refused('MINUTES_UNCHANGED'));
    await release(id, '议了停车和路灯。', { change: '补上路灯', adopts });
    const after = await record('wang', id);
    const [second, first] = after.versions;
    expect(first).toEqual(before.versions[0]);
    expect(second).toMatchObject({ number: 2, change: '补上路灯', signatures: [] });
    expect(second?.hash).not.toBe(first?.hash);
    expect(after.corrections.find((one) => one.id === adopts[0])).toMatchObject({
      state: 'adopted',
      answer: { version: 2, by: '陈秀兰' },
    });
    const old = await calls.as('zhou').call('minutes.version', { id, number: 1 });
    expect(old).toMatchObject({ hash: first?.hash, words: { text: '议了停车。' } });
    await expect(sign('wang', id, 'attendee', 1)).rejects.toEqual(refused('STALE'));
    await expect(calls.as('wang').call('minutes.version', { id, number: 3 })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  it('[DOC-13] stand on paper with number, hash, corrections and signatures', async () => {
    await sign('zhou', id, 'attendee');
    const { versions } = await record('wang', id);
    const paper = await calls.as('wang').call('documents.show', { clientId: freshId(), kind: 'minutes', id });
    const printed = JSON.stringify(paper.blocks);
    for (const words of [
      '第2版（征求更正',
      versions[0]?.hash ?? '?',
      '采纳，写进第2版',
      '不采纳：录音里没有',
    ]) {
      expect(printed).toContain(words);
    }
    expect(printed).toContain('第1版（已有新版，不算对新版的确认）');
    expect(printed).not.toContain('等着检查的话');
  });

  it('[MIN-5] [MIN-6] are final when the time is over and nothing is open, by a hash in the audit record; a later one begins anew', async () => {
    await ask('zhou', id, '路灯要八盏');
    await cloud.advance(7 * DAY + 1);
    await cloud.cloud.fireTimer('timer');
    expect((await record('wang', id)).final).toBeNull();
    await expect(ask('wang', id)).rejects.toEqual(refused('CORRECTIONS_OVER'));
    const open = (await record('wang', id)).corrections.find(({ state }) => state === 'open');
    const reason = '说的是六盏';
    const decline = { clientId: freshId(), id, correctionId: open?.id ?? '', reason };
    await calls.as('secretary').call('minutes.declineCorrection', decline);
    await cloud.cloud.fireTimer('timer');
    await cloud.cloud.fireTimer('timer');
    const { final, versions } = await record('wang', id);
    expect(final).toMatchObject({ number: 2, hash: versions[0]?.hash });
    const entries = (await documentsOf<AuditEntry>(cloud.cloud, 'audit')).filter(
      ({ action, subject }) => action === 'timer.minutes-final' && subject.id === id,
    );
    expect(entries).toMatchObject([{ facts: { version: 2, hash: final?.hash } }]);
    await release(id, '议了停车和六盏路灯。', { change: '定稿后发现漏了盏数' });
    const later = await record('wang', id);
    expect(later).toMatchObject({ final: null, correctionsUntil: now() + 7 * DAY });
    expect(later.versions.map(({ signatures }) => signatures.length)).toEqual([0, 1, 3]);
  });
});
