import type { SettledYard } from './settled-yard';
import { at, type Shown } from './shown-page';

const motions = (yard: SettledYard): Shown[] => [
  ['motion-paper', 'zhao', at('packages/motions/detail', { id: yard.paper }), '有人登记了您家的纸质票'],
  ['motion-proxy', 'heJing', at('packages/motions/detail', { id: yard.paper }), '您委托了周素珍'],
  ['motion-secretary', 'secretary', at('packages/motions/detail', { id: yard.paper }), '登记、核对纸质票'],
  ['motion-open', 'zhao', at('packages/motions/detail', { id: yard.cast }), '同意'],
  ['motion-secret', 'zhao', at('packages/motions/detail', { id: yard.marked }), '无记名：谁能看到什么'],
  ['motion-secret-cast', 'wang', at('packages/motions/detail', { id: yard.marked }), '看回执'],
  ['motion-passed', 'wang', at('packages/motions/detail', { id: yard.unpublished }), '预表决通过'],
  ['motion-assembly', 'secretary', at('packages/motions/detail', { id: yard.assembly }), /法定步骤/],
  ['motion-drafting', 'secretary', at('packages/motions/detail', { id: yard.drafting }), '还没公布'],
  ['motion-tenant', 'tenant', at('packages/motions/detail', { id: yard.cast }), /您不能投/],
  [
    'receipt',
    'wang',
    at('packages/motions/receipt', { motionId: yard.cast, entryId: yard.castVoter }),
    '回执码',
  ],
  [
    'secret-receipt',
    'wang',
    at('packages/motions/secret-receipt', { motionId: yard.marked, entryId: yard.marksVoter }),
    '回执码',
  ],
  ['motion-draft', 'secretary', at('packages/motions/draft', { placeId: 'xingfuli' }), '记名还是无记名'],
  ['motion-redraft', 'secretary', at('packages/motions/draft', { id: yard.drafting }), '问大家什么'],
  ['roll', 'wang', at('packages/motions/roll', { motionId: yard.coming }), '您提的异议'],
  ['roll-secretary', 'secretary', at('packages/motions/roll', { motionId: yard.coming }), /阳台/],
];

const papers = (yard: SettledYard): Shown[] => {
  const entry = { motionId: yard.paper, entryId: yard.zhaoVoter, label: '幸福里1栋1单元201' };
  return [
    ['papers', 'gridWorker', at('packages/paper-ballots/papers', { id: yard.paper }), '对着照片核对'],
    ['papers-secretary', 'secretary', at('packages/paper-ballots/papers', { id: yard.paper }), '撤回登记'],
    ['paper-check', 'gridWorker', at('packages/paper-ballots/paper-check', entry), '您看票上选的是'],
    ['paper-enter', 'gridWorker', at('packages/paper-ballots/paper-enter', entry), '票上选的是'],
    ['box', 'gridWorker', at('packages/paper-ballots/box', { id: yard.box }), '请自己数一遍再填'],
    ['box-own', 'secretary', at('packages/paper-ballots/box', { id: yard.box }), '登记了一次'],
    ['box-marks', 'secretary', at('packages/paper-ballots/box', { id: yard.marked }), '房号或名字'],
  ];
};

const proxies = (yard: SettledYard): Shown[] => {
  const motionId = yard.paper;
  return [
    [
      'entrust-none',
      'buyer',
      at('packages/proxies/entrust', { motionId: yard.cast, entryId: yard.castVoter }),
      '这一票不是您家的',
    ],
    [
      'entrust-wang',
      'wang',
      at('packages/proxies/entrust', { motionId, entryId: yard.wangVoter }),
      '委托给谁',
    ],
    ['held', 'zhou', at('packages/proxies/held'), '等您代投和代投过的'],
    ['held-none', 'wang', at('packages/proxies/held'), '委托码'],
    ['cast', 'zhou', at('packages/proxies/cast', { motionId, entryId: yard.heVoter }), '委托人的意见'],
    ['proxy-papers', 'gridWorker', at('packages/proxies/papers', { id: motionId }), '对着照片核对'],
    [
      'proxy-enter',
      'gridWorker',
      at('packages/proxies/paper-enter', { motionId, entryId: yard.wangVoter, label: '幸福里1栋1单元102' }),
      '登记这份委托书',
    ],
    [
      'proxy-check',
      'gridWorker',
      at('packages/proxies/paper-check', { motionId, proxyId: yard.waiting }),
      '核对好了',
    ],
  ];
};

/** A vote and all that belongs to it: the roll, receipts, papers, the box, proxies. */
export const pagesOfVotes = (yard: SettledYard): Shown[] => [
  ...motions(yard),
  ...papers(yard),
  ...proxies(yard),
];
