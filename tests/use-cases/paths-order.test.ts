import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedStep } from '@contract/paths';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, noticedMeeting, ownersPoll } from '../support/motions';
import { pathCallsOf } from '../support/paths';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof pathCallsOf>;

const code = (of: string) => ({ code: of });
const FOUR: RecordedStep[] = ['party-proposal', 'two-committees', 'party-members'];

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = pathCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.secretary.openid));
  await on.motions.setProfile('lantian', {
    confirmedBy: '望江街道办事处',
    electronicVotes: ['residents-assembly', 'villagers-assembly', 'owners'],
  });
});
afterAll(() => cloud.close());

/** The answer's code, or null where it went through. */
const codeOf = (act: Promise<unknown>): Promise<string | null> =>
  act.then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe('四议两公开 of the villagers', () => {
  it('[PATH-14] takes each step after the one before it, in the order of its days and never in the future', async () => {
    const { motion } = await on.drafted('villagers-assembly');
    const record = (step: RecordedStep, doneOn = on.today()) =>
      on.record('villagersCommittee', motion.id, step, { doneOn });
    await expect(record('party-members')).rejects.toMatchObject(code('PATH_STEP_MISSING'));
    await expect(record('party-proposal', '2026-03-03')).rejects.toMatchObject({
      failure: { code: 'INVALID_INPUT', fields: { doneOn: '日期不能晚于今天' } },
    });
    await record('party-proposal', '2026-02-20');
    await expect(record('two-committees', '2026-02-19')).rejects.toMatchObject(code('INVALID_INPUT'));
    const shown = await record('two-committees', '2026-02-21');
    await expect(record('two-committees')).rejects.toMatchObject(code('PATH_STEP_RECORDED'));
    const recordId = on.stepOf(shown, 'party-proposal')?.record?.id ?? '';
    const withdraw = { clientId: freshId(), matterId: motion.id, recordId, reason: '记错了' };
    await expect(on.as('secretary').call('paths.withdraw', withdraw)).rejects.toMatchObject(
      code('PATH_STEP_FOLLOWED'),
    );
  });

  it('[PATH-13] is recorded with a photo, by the offices that were there', async () => {
    const { motion } = await on.drafted('villagers-assembly');
    const record = (by: 'secretary' | 'zhao', changes: object) =>
      on.record(by, motion.id, 'party-proposal', changes);
    await expect(record('secretary', { photos: [] })).rejects.toMatchObject(code('INVALID_INPUT'));
    await expect(record('secretary', { photos: ['cloud://none/a.jpg'] })).rejects.toMatchObject(
      code('PHOTO_UNKNOWN'),
    );
    await expect(record('zhao', {})).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(
      on.as('secretary').call('paths.record', {
        ...{ clientId: freshId(), matterId: motion.id, step: 'filing' },
        ...on.said(),
      }),
    ).rejects.toMatchObject(code('RESULT_PENDING'));
  });

  // Every order of the calls that matter, by a small machine of its own; what it expects is a sentence of the law.
  const ORDERS: string[][] = [
    ['notice', 'announce', 'record', 'notice', 'record', 'announce', 'record', 'notice', 'announce'],
    ['record', 'record', 'record', 'notice', 'back', 'announce', 'record', 'announce', 'back'],
  ];
  it.each(ORDERS)(
    '[PATH-17] lets no order reach notice or vote with a step missing: %s, %s, %s, %s …',
    async (...order) => {
      const { meeting, motion } = await on.drafted('villagers-assembly');
      const model = { recorded: [] as string[], noticed: false, announced: false };
      const acts: Record<string, () => Promise<void>> = {
        async record() {
          const step = FOUR[model.recorded.length];
          if (!step) return;
          const shown = await on.record('secretary', motion.id, step);
          model.recorded.push(on.stepOf(shown, step)?.record?.id ?? '');
        },
        async back() {
          const recordId = model.recorded.at(-1) ?? '';
          const input = { clientId: freshId(), matterId: motion.id, recordId, reason: '记错了' };
          const answer = await codeOf(on.as('secretary').call('paths.withdraw', input));
          expect(answer).toBe(model.announced ? 'PATH_STEP_IN_USE' : null);
          if (answer === null) model.recorded.pop();
        },
        async notice() {
          const answer = await codeOf(on.giveNotice(meeting.id));
          const open = model.noticed ? 'MEETING_STAGE' : null;
          expect(answer).toBe(open ?? (model.recorded.length === 3 ? null : 'PATH_STEP_MISSING'));
          if (answer === null) model.noticed = true;
        },
        async announce() {
          const answer = await codeOf(on.announce(motion.id));
          if (model.announced) return expect(answer).toBe('MOTION_STAGE');
          const ready = model.recorded.length === 3 ? null : 'PATH_STEP_MISSING';
          expect(answer).toBe(model.noticed ? ready : 'NOTICE_NOT_SENT');
          if (answer === null) model.announced = true;
        },
      };
      for (const act of order) await acts[act]?.();
      expect((await on.motions.detail('secretary', motion.id)).phase).toBe(
        model.announced ? 'announced' : 'draft',
      );
    },
  );
});

describe('what the law does not ask of', () => {
  it('[PATH-17] a straw poll of the assembly is not held up, and the board says what the statutory vote will need', async () => {
    const { meeting, motion } = await on.drafted('residents-assembly', { worth: 'straw' });
    await on.giveNotice(meeting.id);
    await on.announce(motion.id);
    const shown = await on.board('wang', motion.id);
    expect(shown).toMatchObject({ enforced: false, worth: { id: 'straw' } });
    expect(shown.words).toContain('预表决');
    expect(on.stepOf(shown, 'party-discussion')?.state).toBe('now');
  });

  it('[PATH-12] a matter of the owners without a vote shows their path, and that of another body where it is asked for; [PATH-18] whether an office confirmed the local profile', async () => {
    const id = await on.motions.shared('wang', '东门装个岗亭');
    await on.motions.setProfile('xingfuli', { confirmedBy: null });
    const owners = await on.board('wang', id);
    expect(owners).toMatchObject({ body: 'owners', worth: null, enforced: false });
    expect(owners.profileWords).toContain('还没有机关确认过本地办法');
    expect(on.stepOf(owners, 'party-discussion')?.state).toBe('optional');
    const theirs = await on.board('wang', id, 'residents-assembly');
    expect(on.stepOf(theirs, 'party-discussion')?.state).toBe('now');
    await on.record('secretary', id, 'party-discussion');
    const { timeline } = await on.as('wang').call('proposals.detail', { id });
    expect(timeline.at(-1)?.title).toBe('已完成：社区党组织先研究讨论');
  });
});

describe('what is not on the agenda', () => {
  it('[PATH-19] is voted on only where the local profile leaves it to the meeting, after its notice, and stands apart', async () => {
    const planned = { body: 'yard', placeId: 'xingfuli', convener: 'secretary', inDays: 1 } as const;
    const { id } = await noticedMeeting(cloud, yard.people.secretary.openid, planned);
    const asked = ownersPoll({
      ...{ body: 'yard', subject: 'yard-matter', base: 'cast', window: null },
      ...{ meetingId: id, agendaItemId: null },
    });
    await expect(on.motions.draft('secretary', asked)).rejects.toMatchObject(code('ITEM_NOT_ON_AGENDA'));
    await on.motions.setProfile('xingfuli', { offAgendaBarred: false });
    const draft = await on.motions.draft('secretary', asked);
    const seen = () => on.as('wang').call('meetings.detail', { id });
    expect((await seen()).offAgenda).toMatchObject({ allowed: true, motions: [{ id: draft.id }] });
    await on.motions.setProfile('xingfuli', {});
    await expect(on.motions.announce('secretary', draft)).rejects.toMatchObject(code('ITEM_NOT_ON_AGENDA'));
    await on.motions.setProfile('xingfuli', { offAgendaBarred: false });
    expect((await on.motions.announce('secretary', draft)).phase).toBe('announced');
  });
});

describe('an owners’ meeting', () => {
  const noticed = (placeId: string) => {
    const planned = { body: 'owners', placeId, convener: 'residents-committee', inDays: 16 } as const;
    return noticedMeeting(cloud, yard.people.secretary.openid, planned);
  };
  const questionAt = (placeId: string, meetingId: string) => ({
    ...ownersPoll({ placeId, worth: 'statutory', window: null }),
    ...{ meetingId, agendaItemId: 'item' },
  });
  const voteAt = async (placeId: string) =>
    on.motions.draft('secretary', questionAt(placeId, (await noticed(placeId)).id));

  /** Its meeting is cancelled, and the draft is put on the next one. */
  async function putOnNext({ id, meetingId }: { id: string; meetingId: string | null }) {
    const { revision } = await on.as('secretary').call('meetings.detail', { id: meetingId ?? '' });
    const off = { clientId: freshId(), id: meetingId ?? '', revision, reason: '场地漏水' };
    await on.as('secretary').call('meetings.cancel', off);
    const next = await noticed('liulin');
    const draft = await on.motions.detail('secretary', id);
    const anew = { ...questionAt('liulin', next.id), clientId: freshId(), id, revision: draft.revision };
    return on.as('secretary').call('motions.edit', anew);
  }

  it('[PATH-13] misses nothing before its notice, which tells the 居民委员会', async () => {
    const startsAt = cloud.cloud.clock.now() + 20 * DAY;
    const meeting = await on.as('secretary').call('meetings.schedule', {
      ...{ clientId: freshId(), title: '业主大会', body: 'owners', membership: null, placeId: 'liulin' },
      ...{ convener: 'residents-committee', venue: '门口空地', startsAt, endsAt: startsAt + 2 * HOUR },
      agenda: [{ id: 'item', title: '议题一' }],
    });
    const motion = await on.motions.draft('secretary', {
      ...ownersPoll({ placeId: 'liulin', worth: 'statutory', window: null }),
      ...{ meetingId: meeting.id, agendaItemId: 'item' },
    });
    const shown = await on.board('secretary', motion.id);
    expect(shown.steps.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(on.stepOf(shown, 'committee-told')?.words).toContain('通知会同时发给居委会成员');
  });

  it('[PATH-17] has told the 居民委员会 with its notice, and [PATH-19] has no off-agenda vote; where nobody is registered there, that is recorded first, [PATH-20] for each meeting anew', async () => {
    const withNotice = await voteAt('liulin');
    expect(on.stepOf(await on.board('secretary', withNotice.id), 'committee-told')).toMatchObject({
      state: 'done',
    });
    expect(withNotice.can.announce).toBeNull();
    const { meetingId } = withNotice;
    const apart = { ...ownersPoll({ placeId: 'liulin', window: null }), meetingId, agendaItemId: null };
    await on.motions.setProfile('liulin', {
      offAgendaBarred: false,
      ownersConveners: ['residents-committee'],
    });
    await expect(on.motions.draft('secretary', apart)).rejects.toMatchObject(code('ITEM_NOT_ON_AGENDA'));
    await on.as('streetOfficer').call('members.setProfile', {
      ...{ clientId: freshId(), placeId: 'liulin', profile: null, basis: '望街办〔2026〕13号' },
      revision:
        (await on.as('secretary').call('members.places', { parentId: 'liulin' })).place?.revision ?? 0,
    });
    const { here } = await on.as('secretary').call('members.whoIsWho', { placeId: 'lantian' });
    const held = here.filter(({ office }) => office.office === 'residents-committee');
    for (const { personId, office } of held) {
      const input = { clientId: freshId(), personId, officeId: office.id, reason: '换届' };
      await on.as('secretary').call('members.withdrawOffice', input);
    }
    await on.motions.setProfile('lantian', {
      ...{ confirmedBy: '望江街道办事处', electronicVotes: ['owners'] },
      ownersConveners: ['residents-committee', 'secretary'],
    });
    const untold = await voteAt('liulin');
    expect(untold.can.announce).toBe('PATH_STEP_MISSING');
    await expect(on.announce(untold.id)).rejects.toMatchObject({
      failure: { fields: { step: '告知居民委员会', article: '《物业管理条例》第十四条' } },
    });
    const { meetingId: first } = await on.board('secretary', untold.id);
    await on.record('secretary', untold.id, 'committee-told', { meetingId: first });
    const again = await putOnNext(untold);
    expect(again.can.announce).toBe('PATH_STEP_MISSING');
    await expect(on.announce(untold.id)).rejects.toMatchObject(code('PATH_STEP_MISSING'));
    // The old entry stays to be read; nobody records anything for a meeting that was cancelled.
    const told = on.stepOf(await on.board('secretary', untold.id), 'committee-told');
    expect(told).toMatchObject({ state: 'missing', record: null, earlier: [{ setAside: null }] });
    await expect(
      on.record('secretary', untold.id, 'committee-told', { meetingId: first }),
    ).rejects.toMatchObject(code('PATH_NO_MEETING'));
    await on.record('secretary', untold.id, 'committee-told');
    expect((await on.announce(untold.id)).phase).toBe('announced');
    await cloud.advance(HOUR + DAY);
  });
});
