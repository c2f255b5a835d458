import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { rawRequest } from './support/http';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('picture')]);
const FILE_ID = 'cloud://local-cloud.6c6f-local-cloud-1250000000/';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['files']);
});
afterAll(() => cloud.end());

const step = async (data: object) =>
  resultOf<Record<string, unknown>>(await cloud.call('files', data, 'resident_A'));
const upload = (where: string, body: Buffer, openid = 'resident_A', token = cloud.token) =>
  rawRequest(cloud.port, {
    method: 'POST',
    path: `/upload?path=${encodeURIComponent(where)}`,
    headers: { 'x-local-token': token, 'x-local-openid': openid },
    body,
  });
const read = (where: string, headers = {}) =>
  rawRequest(cloud.port, { path: `/storage/${encodeURI(where)}`, headers });

describe('files through the SDK', () => {
  it('come back as they were put, whatever their name', async () => {
    const name = '照片/加装电梯 (一).png';
    const { fileID } = await step({ step: 'upload', path: name, base64: PNG.toString('base64') });
    expect(fileID).toBe(FILE_ID + name);
    expect(await step({ step: 'download', fileID })).toBe(PNG.toString('base64'));
  });

  it('have an address that can be opened', async () => {
    const { fileID } = await step({ step: 'upload', path: 'a/b.png', base64: PNG.toString('base64') });
    const { fileList } = await step({ step: 'address', fileID });
    expect(fileList).toEqual([
      expect.objectContaining({ fileID, status: 0, tempFileURL: `${cloud.url}/storage/a/b.png` }),
    ]);
  });

  it('can be removed, once', async () => {
    const { fileID } = await step({ step: 'upload', path: 'gone.png', base64: PNG.toString('base64') });
    expect(await step({ step: 'remove', fileID })).toMatchObject({ fileList: [{ fileID, status: 0 }] });
    expect(await step({ step: 'remove', fileID })).toMatchObject({ fileList: [{ fileID, status: -503003 }] });
    expect(await step({ step: 'address', fileID })).toMatchObject({ fileList: [{ status: -503003 }] });
    expect((await read('gone.png')).status).toBe(404);
  });

  it.each(['/a.png', 'a//b.png', '../a.png', 'a/./b.png', 'a\\b.png', 'a?b.png', 'x'.repeat(851)])(
    '[CST-5] are refused under the path "%s"',
    async (where) => {
      expect(await step({ step: 'upload', path: where, base64: 'AA==' })).toHaveProperty('errCode');
    },
  );

  it('[CST-6] are refused at an address that was not handed out', async () => {
    for (const authorization of ['', `${Date.now() + 60_000}.${'0'.repeat(64)}`]) {
      const answer = await rawRequest(cloud.port, {
        method: 'PUT',
        path: '/cos/forged.png',
        headers: { authorization },
        body: PNG,
      });
      expect([answer.status, answer.body.toString()]).toEqual([
        403,
        expect.stringContaining('<Code>AccessDenied</Code>') as string,
      ]);
    }
    expect((await read('forged.png')).status).toBe(404);
  });
});

describe('files from a phone', () => {
  it('are stored and shown by their true type', async () => {
    const answer = await upload('mine/photo.txt', PNG);
    expect(answer.json()).toMatchObject({ fileID: `${FILE_ID}mine/photo.txt`, statusCode: 204 });
    const shown = await read('mine/photo.txt');
    expect(shown.body).toEqual(PNG);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect((await read('mine/photo.txt', { 'if-none-match': String(shown.headers.etag) })).status).toBe(304);
  });

  it.each([
    ['ffd8ffe000104a464946', 'image/jpeg'],
    [Buffer.from('RIFF\0\0\0\0WEBPVP8 ').toString('hex'), 'image/webp'],
    [Buffer.from('GIF89a..').toString('hex'), 'image/gif'],
    [Buffer.from('%PDF-1.7').toString('hex'), 'application/pdf'],
  ])('[CST-9] are known by how they begin: %s is %s', async (hex, type) => {
    await upload(`kinds/${type}`, Buffer.from(hex, 'hex'));
    const { headers } = await read(`kinds/${type}`);
    expect(headers['content-type']).toBe(type);
    expect(headers).not.toHaveProperty('content-disposition');
  });

  it('[CST-9] are only saved, never shown, when they are something else', async () => {
    await upload('page.png', Buffer.from('<script>alert(1)</script>'));
    expect((await read('page.png')).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'",
    });
  });

  it('[CST-7] are overwritten by nobody else', async () => {
    expect((await upload('owned.png', PNG, 'resident_A')).status).toBe(200);
    expect((await upload('owned.png', PNG, 'resident_B')).status).toBe(403);
    expect((await upload('owned.png', PNG, 'resident_A')).status).toBe(200);
  });

  it('[CST-7] belong to one person when many upload to the same path at the same time', async () => {
    const persons = ['racer_A', 'racer_B', 'racer_C', 'racer_D', 'racer_E'];
    const answers = await Promise.all(
      persons.map((openid) => upload('raced.png', Buffer.from(`by ${openid}`), openid)),
    );
    const owners = persons.filter((_, at) => answers[at]?.status === 200);
    expect(owners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(4);
    expect((await read('raced.png')).body.toString()).toBe(`by ${owners[0]}`);
  });

  it('[CST-8] are refused without the token, above 10 MB and under a bad path', async () => {
    expect((await upload('t.png', PNG, 'resident_A', 'wrong')).status).toBe(403);
    expect((await upload('big.png', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await upload('../../etc/x', PNG)).status).toBe(400);
    expect((await upload('big.png', Buffer.alloc(10 * 1024 * 1024))).status).toBe(200);
  });

  it('lie in one folder under names that no path can choose', async () => {
    await upload('deep/er/still.png', PNG);
    const names = readdirSync(path.join(cloud.dataDir, 'files'));
    expect(names.every((name) => /^[0-9a-f]{40}\.(bin|json)$/.test(name))).toBe(true);
  });

  it.each(['/storage/..%2f..%2ftoken', '/storage/%2e%2e/token', '/storage/%zz', '/storage/'])(
    'are not reached by %s',
    async (where) => {
      const answer = await rawRequest(cloud.port, { path: where });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body.toString()).not.toContain(cloud.token);
    },
  );
});
