const local = process.env.YARD_LOCAL === '1';

const tab = (page: string, text: string, icon: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/matters/index', 'pages/services/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/proposals', pages: ['detail/index', 'new/index', 'mine/index'] },
    {
      root: 'packages/desk',
      pages: ['index/index', 'texts/index', 'claims/index', 'ties/index', 'offices/index', 'audit/index'],
    },
    {
      root: 'packages/members',
      pages: ['sign-in/index', 'claim/index', 'homes/index', 'privacy/index', 'leave/index'],
    },
    { root: 'packages/register', pages: ['index/index', 'preview/index', 'slips/index'] },
    { root: 'packages/messages', pages: ['inbox/index'] },
    { root: 'packages/resolutions', pages: ['detail/index', 'publish/index'] },
    {
      root: 'packages/motions',
      pages: ['detail/index', 'receipt/index', 'secret-receipt/index', 'draft/index', 'roll/index'],
    },
    {
      root: 'packages/paper-ballots',
      pages: ['papers/index', 'paper-enter/index', 'paper-check/index', 'box/index'],
    },
    {
      root: 'packages/meetings',
      pages: [
        'detail/index',
        'check-in/index',
        'plan/index',
        'minutes/index',
        'record/index',
        'series/index',
        'series-list/index',
        'series-plan/index',
        'forms/index',
        'organisations/index',
      ],
    },
    {
      root: 'packages/proxies',
      pages: [
        'entrust/index',
        'held/index',
        'cast/index',
        'papers/index',
        'paper-enter/index',
        'paper-check/index',
      ],
    },
    { root: 'packages/paths', pages: ['board/index', 'record/index', 'profile/index', 'lay-down/index'] },
    {
      root: 'packages/repairs',
      pages: ['list/index', 'detail/index', 'open/index', 'bill/index'],
    },
    {
      root: 'packages/charters',
      pages: ['list/index', 'detail/index', 'version/index', 'record/index', 'change/index'],
    },
    {
      root: 'packages/nominations',
      pages: ['list/index', 'round/index', 'nominate/index', 'invitation/index', 'open/index'],
    },
    {
      root: 'packages/rooms',
      pages: [
        'list/index',
        'venue/index',
        'room/index',
        'booking/index',
        'mine/index',
        'check-in/index',
        'keep-venue/index',
        'keep-room/index',
        'close/index',
        'requests/index',
        'door/index',
      ],
    },
    {
      root: 'packages/volunteers',
      pages: [
        ...['list/index', 'task/index', 'shift/index', 'mine/index', 'hours/index'],
        ...['check-in/index', 'log/index'],
        ...['board/index', 'make/index', 'lay/index', 'roster/index', 'statistics/index'],
        ...['teams/index', 'team/index', 'team-make/index', 'profile/index', 'report-in/index'],
        ...['surges/index', 'surge/index', 'surge-call/index', 'consent/index'],
      ],
    },
    { root: 'packages/documents', pages: ['print/index', 'voters/index'] },
    { root: 'packages/live', pages: ['room/index', 'desk/index'] },
    // Any browser beside a projector; WeChat has no use for it.
    ...(process.env.TARO_ENV === 'h5' ? [{ root: 'packages/projector', pages: ['index'] }] : []),
    ...(local ? [{ root: 'packages/gallery', pages: ['index'] }] : []),
  ],
  window: {
    // The title bar is our own: it has to grow with the elder version (src/components/title-bar).
    navigationStyle: 'custom',
    backgroundColor: '#F7F4EF',
    backgroundTextStyle: 'dark',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '坝坝会',
  },
  tabBar: {
    // Drawn by src/components/tab-bar for the same reason.
    custom: true,
    color: '#5B5F66',
    selectedColor: '#B5401F',
    backgroundColor: '#FFFFFF',
    list: [
      tab('home', '首页', 'home'),
      tab('matters', '议事', 'talk'),
      tab('services', '服务', 'grid'),
      tab('mine', '我的', 'person'),
    ],
  },
  // The subpackages that these two tabs lead to, fetched while somebody reads them.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/motions', 'packages/meetings'] },
    'pages/matters/index': { network: 'all', packages: ['packages/resolutions'] },
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // Asked for by a tap only: places by distance, and where a place is (src/services/location.ts).
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来按远近排列场地和网点' } },
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
});
