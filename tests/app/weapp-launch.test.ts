import { afterAll, beforeAll, describe, it } from 'vitest';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { phoneCloud, startWeapp, type WeappPhone } from '../support/weapp';

describe('the built mini-program', () => {
  let cloud: TestCloud;
  let phone: WeappPhone;
  beforeAll(async () => {
    cloud = await startTestCloud();
    phone = await startWeapp(phoneCloud(cloud.cloud, 'visitor-one'));
  }, BUILD_MS);
  afterAll(() => cloud.close());

  it('shows its home page', async () => {
    await phone.page.says('首页');
  });

  it.each([
    ['pages/matters/index', '议事'],
    ['pages/services/index', '服务'],
    ['pages/mine/index', '我的'],
  ])('shows the tab %s', async (route, title) => {
    await phone.open(route).says(title);
  });
});
