import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPhone } from '../../scripts/build/taro';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { ONE_PIXEL } from '../support/photos';
import { phoneCloud, startWeapp } from '../support/weapp';

const STEP_MS = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let folder: string;
beforeAll(async () => {
  await buildPhone('weapp');
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  folder = await mkdtemp(path.join(tmpdir(), 'yard-slow-'));
  await writeFile(path.join(folder, 'photo.png'), ONE_PIXEL);
}, BUILD_MS);
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a photo that cannot be read', { timeout: STEP_MS }, () => {
  it('[PRO-1] says so, and the next one is taken', async () => {
    const near = phoneCloud(cloud.cloud, yard.people.wang.openid);
    const phone = await startWeapp(near, 'packages/proposals/new/index');
    phone.answers.photos = [];
    await phone.page.tapPart('.photo-add');
    await phone.page.says('这张照片打不开，请换一张');
    phone.answers.photos = [path.join(folder, 'photo.png')];
    await phone.page.tapPart('.photo-add');
    await phone.page.tapPart('.photo-remove');
    expect(phone.page.text()).not.toContain('打不开');
  });
});

describe('a photo on a weak network', { timeout: STEP_MS }, () => {
  it('[PRO-1] is waited for, and takes away nothing that was typed meanwhile', async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const near = phoneCloud(cloud.cloud, yard.people.wang.openid);
    const slow = {
      ...near,
      uploadFile: async (to: string, from: string) => {
        await arrived;
        return near.uploadFile(to, from);
      },
    };
    const phone = await startWeapp(slow, 'packages/proposals/new/index');
    phone.answers.photos = [path.join(folder, 'photo.png')];
    await phone.page.tapPart('.photo-add');
    await phone.page.says('正在传 1 张');
    await phone.page.type('您想提什么', '凉亭的木板烂了');
    await phone.page.says('照片正在传，请等一下再交');
    arrive();
    await phone.page.tap('提出来');
    await phone.page.tap('看这件事');
    const { query } = await phone.at('packages/proposals/detail/index');
    const proposal = await cloud.as(yard.people.wang.openid).call('proposals.detail', { id: query.id ?? '' });
    expect(proposal).toMatchObject({ text: '凉亭的木板烂了', photos: [expect.stringMatching(/^cloud:/)] });
  });
});
