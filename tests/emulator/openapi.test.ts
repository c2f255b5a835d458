import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../emulator';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { rawRequest } from './support/http';

const clock = createClock({ frozenAt: Date.parse('2026-07-01T00:00:00Z') });
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['wechat', 'unpermitted', 'echo'], { clock });
});
afterAll(() => cloud.end());

type Answer = { errCode: number; errMsg: string } & Record<string, unknown>;
const openapi = async (group: string, name: string, data: object, fn = 'wechat') =>
  resultOf<Answer>(await cloud.call(fn, { group, name, data }, 'resident_A'));

describe('wxacode.getUnlimited', () => {
  const code = (data: object) => openapi('wxacode', 'getUnlimited', data);

  it('[COA-3] answers a picture', async () => {
    const answer = await code({ scene: 'm=7f3k&v=1', page: 'pages/home/index', width: 430 });
    const bytes = Buffer.from(String(answer.base64), 'base64');
    expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' });
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(280);
  });

  it.each(['', 'x'.repeat(33), '会议', 'a%20b', 'a b'])('[COA-4] refuses the scene "%s"', async (scene) => {
    expect(await code({ scene })).toMatchObject({ errCode: 40129 });
  });

  it('[COA-4] takes every sign that is allowed, 32 of them', async () => {
    expect(await code({ scene: "!#$&'()*+,/:;=?@-._~0123456789aZ" })).toMatchObject({ errCode: 0 });
  });

  it.each([
    [{ page: '/pages/home/index' }, 41030],
    [{ page: 'pages/home/index?a=1' }, 41030],
    [{ width: 100 }, 40097],
  ])('[COA-3] refuses %o', async (fields, errCode) => {
    expect(await code({ scene: 'a', ...fields })).toMatchObject({ errCode });
  });
});

describe('subscribeMessage.send', () => {
  const send = (touser: string, data: object = { thing1: { value: '业主大会' } }, templateId = 'T1') =>
    openapi('subscribeMessage', 'send', { touser, templateId, page: 'pages/home/index', data });

  it('[COA-5] sends one message for one agreement, into the outbox', async () => {
    cloud.outbox.accept('resident_B', 'T1');
    expect(await send('resident_B')).toMatchObject({ errCode: 0 });
    expect(await send('resident_B')).toMatchObject({ errCode: 43101 });
    expect(cloud.outbox.messages('resident_B')).toEqual([
      {
        openid: 'resident_B',
        templateId: 'T1',
        page: 'pages/home/index',
        data: { thing1: '业主大会' },
        sentAt: clock.now(),
      },
    ]);
  });

  it('[COA-5] refuses to send to who never agreed, or agreed to another template', async () => {
    cloud.outbox.accept('resident_C', 'T2', 3);
    expect(await send('resident_C')).toMatchObject({ errCode: 43101 });
    expect(cloud.outbox.left('resident_C', 'T2')).toBe(3);
    const [record] = cloud.journal.calls();
    expect(record?.requests).toMatchObject([{ action: 'openapi.subscribeMessage.send', code: '43101' }]);
  });

  it.each([
    [{ thing1: { value: '字'.repeat(21) } }],
    [{ phrase1: { value: 'six chars' } }],
    [{ phrase1: { value: '六个汉字太长' } }],
    [{ number1: { value: '12a' } }],
    [{ time1: { value: 'tomorrow' } }],
    [{ thing1: { value: '' } }],
    [{ unknown1: { value: 'a' } }],
    [{ thing1: 'a' }],
    [{}],
  ])('[COA-6] refuses the fields %o', async (data) => {
    cloud.outbox.accept('resident_D', 'T1');
    expect(await send('resident_D', data)).toMatchObject({ errCode: 47003 });
    expect(cloud.outbox.messages('resident_D')).toEqual([]);
  });

  it.each([
    [{ phrase1: { value: '已通过' } }],
    [{ time1: { value: '2026年7月1日 15:01' } }],
    [{ date2: { value: '2026-07-01' } }],
    [{ thing1: { value: '字'.repeat(20) }, name2: { value: '张三' }, number3: { value: 3 } }],
    [{ amount1: { value: '¥120.50' } }],
    [{ character_string4: { value: 'A-7' } }],
  ])('[COA-6] takes the fields %o', async (data) => {
    cloud.outbox.accept('resident_E', 'T1');
    expect(await send('resident_E', data)).toMatchObject({ errCode: 0 });
  });

  it.each([
    [{ touser: '' }, 40003],
    [{ touser: 7 }, 40003],
    [{ templateId: '' }, 40037],
    [{ page: 7 }, 41030],
  ])('[COA-5] refuses a message with %o, and keeps the agreement', async (fields, errCode) => {
    cloud.outbox.accept('resident_J', 'T1');
    const message = { touser: 'resident_J', templateId: 'T1', data: { thing1: { value: 'a' } }, ...fields };
    expect(await openapi('subscribeMessage', 'send', message)).toMatchObject({ errCode });
    expect(cloud.outbox.messages('resident_J')).toEqual([]);
    expect(cloud.outbox.left('resident_J', 'T1')).toBeGreaterThan(0);
  });

  it('[COA-7] counts what the phone agrees to, at most 3 templates at once', async () => {
    const accept = (templateIds: unknown, token = cloud.token) =>
      rawRequest(cloud.port, {
        method: 'POST',
        path: '/accept-subscription',
        headers: { 'x-local-token': token, 'x-local-openid': 'resident_F' },
        body: JSON.stringify({ templateIds }),
      });
    expect((await accept(['T1', 'T2'])).json()).toMatchObject({
      errMsg: 'requestSubscribeMessage:ok',
      T1: 'accept',
    });
    expect(cloud.outbox.left('resident_F', 'T2')).toBe(1);
    expect((await accept(['A', 'B', 'C', 'D'])).status).toBe(400);
    expect((await accept([])).status).toBe(400);
    expect((await accept(['T1'], 'wrong')).status).toBe(403);
  });

  it('[CDU-7] remembers agreements and messages over a restart', async () => {
    const first = await startCloud([]);
    first.outbox.accept('resident_G', 'T1', 2);
    await first.close();
    const again = await startCloud([], { dataDir: first.dataDir });
    expect(again.outbox.left('resident_G', 'T1')).toBe(2);
    await again.end();
    await first.end();
  });
});

describe('security.msgSecCheck', () => {
  const check = (content: string, fields: object = {}) =>
    openapi('security', 'msgSecCheck', { openid: 'resident_A', scene: 2, version: 2, content, ...fields });

  it.each([
    ['加装电梯', 'pass', 100],
    ['含有测试待审的话', 'review', 21000],
    ['含有测试违规和测试待审的话', 'risky', 20006],
  ])('[COA-8] judges "%s" as %s', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({ errCode: 0, result: { suggest, label } });
  });

  it.each([
    [{ version: 1 }, 40097],
    [{ scene: 5 }, 40097],
    [{ content: '' }, 40097],
    [{ content: '字'.repeat(2501) }, 40097],
    [{ openid: '' }, 40003],
    [{ openid: 'never-here' }, 61010],
  ])('[COA-9] refuses %o', async (fields, errCode) => {
    expect(await check('a', fields)).toMatchObject({ errCode });
  });

  it('[COA-9] takes 2,500 characters', async () => {
    expect(await check('字'.repeat(2500))).toMatchObject({ errCode: 0, result: { suggest: 'pass' } });
  });

  it('[COA-10] takes a person who called within two hours, and nobody after that', async () => {
    await cloud.call('echo', {}, 'resident_H');
    await clock.advance(2 * 3_600_000);
    expect(await check('a', { openid: 'resident_H' })).toMatchObject({ errCode: 0 });
    await clock.advance(1);
    expect(await check('a', { openid: 'resident_H' })).toMatchObject({ errCode: 61010 });
  });

  it('can be made to fail', async () => {
    const fault = cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
    expect(await check('a')).toMatchObject({ errCode: -501001 });
    expect(await check('a')).toMatchObject({ errCode: 0 });
    expect(fault.hits).toBe(1);
  });

  it('can be made to hang', async () => {
    const fault = cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: { delay: 600_000 } });
    const hanging = check('a');
    await expect.poll(() => fault.hits).toBe(1);
    expect(await Promise.race([hanging, Promise.resolve('hangs')])).toBe('hangs');
    cloud.faults.reset();
    expect(await hanging).toMatchObject({ errCode: 0 });
  });

  it('judges by the words it is given', async () => {
    const other = await startCloud(['wechat'], { contentCheck: { risky: ['甲'], review: [] } });
    const data = { openid: 'p', scene: 2, version: 2, content: '甲乙' };
    const answer = await other.call('wechat', { group: 'security', name: 'msgSecCheck', data }, 'p');
    expect(resultOf<Answer>(answer)).toMatchObject({ result: { suggest: 'risky' } });
    await other.end();
  });
});

describe('other openapi calls', () => {
  it('[COA-1] are refused when config.json does not name them', async () => {
    const answer = await openapi('wxacode', 'getUnlimited', { scene: 'a' }, 'unpermitted');
    expect(answer).toMatchObject({ errCode: -604101 });
  });

  it('[COA-11] answer JSON through wx.api too, and refuse there what is no JSON', async () => {
    const data = { openid: 'resident_A', scene: 2, version: 2, content: 'a' };
    const through = async (group: string, name: string, fields: object) =>
      resultOf<Answer>(
        await cloud.call('wechat', { channel: 'wx.api', group, name, data: fields }, 'resident_A'),
      );
    expect(await through('security', 'msgSecCheck', data)).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass' },
    });
    expect(await through('wxacode', 'getUnlimited', { scene: 'a' })).toMatchObject({ code: 'SYS_ERR' });
  });

  it('[COA-2] are refused by name when the local cloud lacks them', async () => {
    const answer = await openapi('security', 'imgSecCheck', {
      media: { contentType: 'image/png', value: 'x' },
    });
    expect(answer).toMatchObject({
      errCode: -604100,
      errMsg: expect.stringContaining('security.imgSecCheck') as string,
    });
  });
});
