import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { PhotoRecord } from '../../cloudfunctions/kernel/photo-records';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity } from '../support/persons';
import { exchangePhoto, ONE_PIXEL, removePhoto, uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let to: PaperCalls;
let motion: Detail;
let wu: string;

const OTHER = Buffer.concat([ONE_PIXEL, Buffer.from('other')]);
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const refused = (code: string): unknown => expect.objectContaining({ code });
const photoOf = (content?: Buffer) => uploadPhoto(cloud, people.secretary.openid, content);
const exchange = (fileId: string, content: Buffer) =>
  exchangePhoto(cloud, people.secretary.openid, fileId, content);
const check = async (by: PersonKey, ...photos: string[]) =>
  (await to.on.as(by).call('photos.check', { photos })).items.map(({ state }) => state);
const records = () => documentsOf<PhotoRecord>(cloud.cloud, 'photo_records');
const charter = (photos: string[], title: string, id = freshId()) => ({
  ...{ clientId: id, placeId: 'xingfuli', kind: 'yard-rules' as const, title, photos },
  ...{ articles: [{ id: 'a', text: '轮流说话。' }], decidedOn: '2020-05-01', decidedBy: '坝坝会' },
});
const recordCharter = (photos: string[], title: string) =>
  to.on.as('secretary').call('charters.record', charter(photos, title));

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await paperCallsOf(cloud, await smallCommunity(cloud));
  motion = await to.poll('latest');
  wu = await to.entryOf(motion.id, '1栋2单元102');
});
afterAll(() => cloud.close());

describe('a photo that proves something', () => {
  it('[FILE-1] is put down with the hash of its bytes, beside what it proves and in the audit entry', async () => {
    const photos = [await photoOf(), await photoOf(OTHER)];
    const row = await to.enter(motion.id, wu, 'yes', { photos });
    const kept = (await records()).filter(({ fileId }) => photos.includes(fileId));
    expect(kept.map(({ sha256: hash, bytes, action, path }) => [hash, bytes, action, path.at(-1)])).toEqual(
      expect.arrayContaining([
        [sha256(ONE_PIXEL), ONE_PIXEL.length, 'motions.enterPaper', 'xingfuli'],
        [sha256(OTHER), OTHER.length, 'motions.enterPaper', 'xingfuli'],
      ]),
    );
    const entry = (await documentsOf<AuditEntry>(cloud.cloud, 'audit')).find(
      ({ action }) => action === 'motions.enterPaper',
    );
    expect(entry?.facts.photoHashes).toEqual([sha256(ONE_PIXEL), sha256(OTHER)]);
    expect(entry?.subject).toEqual(kept[0]?.subject);
    await to.on.as('secretary').call('motions.withdrawPaper', to.named(row));
  });

  it('[FILE-1] [IDM-1] is read before anything is written, at most 8 MB of it, and not again by a retry', async () => {
    const before = (await records()).length;
    const large = await photoOf(Buffer.alloc(8 * 1024 * 1024 + 1));
    await expect(recordCharter([large], '太大')).rejects.toEqual(refused('PHOTO_TOO_LARGE'));
    await expect(recordCharter(['cloud://nothing/here.png'], '没有')).rejects.toEqual(
      refused('PHOTO_UNKNOWN'),
    );
    expect(await records()).toHaveLength(before);
    const photo = await photoOf();
    const input = charter([photo], '重试');
    const made = await to.on.as('secretary').call('charters.record', input);
    await removePhoto(cloud, photo);
    expect((await to.on.as('secretary').call('charters.record', input)).id).toBe(made.id);
    expect(await records()).toHaveLength(before + 1);
  });

  it('[FILE-2] proves nothing else once its file has other content', async () => {
    const photo = await photoOf();
    await recordCharter([photo], '规矩一');
    await recordCharter([photo], '规矩二');
    await exchange(photo, OTHER);
    await expect(recordCharter([photo], '规矩三')).rejects.toEqual(refused('PHOTO_EXCHANGED'));
    expect((await records()).filter(({ fileId }) => fileId === photo)).toMatchObject([
      { sha256: sha256(ONE_PIXEL) },
    ]);
    const { items } = await to.on.as('wang').call('charters.list', { placeId: 'xingfuli' });
    expect(items.map(({ title }) => title)).not.toContain('规矩三');
  });

  it('[FILE-2] [PAP-5] is what was entered when a second officer reads a paper: none that was put there afterwards', async () => {
    const photo = await photoOf();
    const row = await to.enter(motion.id, wu, 'yes', { photos: [photo] });
    await exchange(photo, OTHER);
    await expect(to.confirm(row, 'yes')).rejects.toEqual(refused('PHOTO_EXCHANGED'));
    expect(await to.paper(motion.id, wu)).toMatchObject({ state: 'entered' });
    expect(await to.ballot(motion.id, wu)).toBeNull();
    await exchange(photo, ONE_PIXEL);
    const input = { ...to.named(row), choice: 'yes' as const };
    const confirm = () => to.on.as('gridWorker').call('motions.confirmPaper', input);
    expect((await confirm()).state).toBe('confirmed');
    // A retry of what was done reads nothing again.
    await removePhoto(cloud, photo);
    expect((await confirm()).state).toBe('confirmed');
  });

  it('[FILE-3] is read anew for an office over its place: the same, exchanged, gone, or never registered', async () => {
    const photos = [await photoOf(), await photoOf(), await photoOf(), await photoOf()] as const;
    const [same, changed, gone, unused] = photos;
    await recordCharter([same, changed, gone], '凭证');
    expect(await check('secretary', ...photos)).toEqual(['same', 'same', 'same', 'unregistered']);
    await exchange(changed, OTHER);
    await removePhoto(cloud, gone);
    expect(await check('secretary', ...photos)).toEqual(['same', 'changed', 'gone', 'unregistered']);
    await exchange(changed, Buffer.alloc(8 * 1024 * 1024 + 1));
    expect(await check('gridWorker', changed, unused)).toEqual(['changed', 'unregistered']);
    await exchange(changed, ONE_PIXEL);
    expect(await check('secretary', changed)).toEqual(['same']);
    await expect(check('wang', same)).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(check('secretary')).rejects.toEqual(refused('INVALID_INPUT'));
  });

  it('[FILE-3] tells whoever answers for another place nothing: not even whether there is such a file', async () => {
    const photos = [await photoOf(), await photoOf(OTHER), 'cloud://nothing/here.png'] as const;
    await recordCharter([photos[0]], '别处的凭证');
    const { items } = await to.on.as('zhou').call('photos.check', { photos: [...photos] });
    const nothing = { state: 'unregistered', at: null, sha256: null };
    expect(items).toEqual(photos.map((fileId) => ({ fileId, ...nothing })));
  });

  it('[FILE-1] [FILE-2] of the document that a local profile rests on is known by its bytes like any other', async () => {
    const photo = await photoOf();
    const street = to.on.as('streetOfficer');
    const { revision } = await street.call('members.profile', { placeId: 'xingfuli' });
    const laidDown = { placeId: 'xingfuli', profile: null, basis: '望街办〔2026〕12号', photos: [photo] };
    await street.call('members.setProfile', { clientId: freshId(), ...laidDown, revision });
    expect(await check('secretary', photo)).toEqual(['same']);
    await exchange(photo, OTHER);
    expect(await check('streetOfficer', photo)).toEqual(['changed']);
    const again = { clientId: freshId(), ...laidDown, revision: revision + 1 };
    await expect(street.call('members.setProfile', again)).rejects.toEqual(refused('PHOTO_EXCHANGED'));
  });
});
