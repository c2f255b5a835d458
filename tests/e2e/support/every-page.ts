import { pagesOfRooms } from './pages-of-rooms';
import { pagesOfService } from './pages-of-service';
import { pagesOfVotes } from './pages-of-votes';
import type { SettledYard } from './settled-yard';
import { at, type Shown } from './shown-page';

const tabs: Shown[] = [
  ['home', 'wang', at('pages/home'), /条新消息/],
  ['matters', 'wang', at('pages/matters'), '征集'],
  ['services', 'wang', at('pages/services'), '紧急维修'],
  ['mine', 'wang', at('pages/mine'), '我的提议'],
  ['mine-secretary', 'secretary', at('pages/mine'), '工作台'],
];

const members: Shown[] = [
  ['sign-in', 'newcomer', at('packages/members/sign-in'), '您的信息怎么用'],
  ['claim', 'newcomer', at('packages/members/claim'), '信箱里的认领码'],
  ['homes', 'wang', at('packages/members/homes'), /幸福里/],
  ['homes-none', 'newcomer', at('packages/members/homes'), '还没有认领房屋'],
  ['privacy', 'wang', at('packages/members/privacy'), '下载我的信息'],
  ['leave', 'wang', at('packages/members/leave'), '我看清楚了删什么、留什么'],
  ['inbox', 'wang', at('packages/messages/inbox'), '都看过了'],
];

const proposals = (yard: SettledYard): Shown[] => [
  ['proposal', 'wang', at('packages/proposals/detail', { id: yard.matter }), '附议和联名是两回事'],
  ['proposal-done', 'wang', at('packages/proposals/detail', { id: yard.proposalId }), /修一修屋顶/],
  ['proposal-new', 'wang', at('packages/proposals/new'), '您想提什么'],
  ['proposals-mine', 'wang', at('packages/proposals/mine'), /修一修屋顶/],
  ['proposals-none', 'maChunhua', at('packages/proposals/mine'), '您还没有提过什么'],
];

const desk: Shown[] = [
  ['desk', 'secretary', at('packages/desk/index'), '在哪里办'],
  ['desk-texts', 'gridWorker', at('packages/desk/texts', { placeId: 'lantian' }), '没有等着审的文字'],
  ['desk-claims', 'gridWorker', at('packages/desk/claims'), '没有等着核对的申请'],
  ['desk-offices', 'secretary', at('packages/desk/offices', { placeId: 'lantian' }), /陈秀兰/],
  ['desk-audit', 'secretary', at('packages/desk/audit'), '下载操作记录的封存'],
];

const register = (yard: SettledYard): Shown[] => [
  ['register', 'secretary', at('packages/register/index', { placeId: 'xingfuli' }), '先看，再启用'],
  ['register-preview', 'secretary', at('packages/register/preview', { id: yard.preview }), '要改的地方'],
  ['register-slips', 'secretary', at('packages/register/slips', { placeId: 'xingfuli' }), '1栋'],
];

const resolutions = (yard: SettledYard): Shown[] => [
  ['resolution', 'wang', at('packages/resolutions/detail', { id: yard.resolution }), '请施工队修屋顶'],
  [
    'resolution-secretary',
    'secretary',
    at('packages/resolutions/detail', { id: yard.resolution }),
    '请施工队修屋顶',
  ],
  [
    'resolution-publish',
    'secretary',
    at('packages/resolutions/publish', { motionId: yard.unpublished }),
    /公示/,
  ],
];

const meetings = (yard: SettledYard): Shown[] => [
  ['meeting', 'wang', at('packages/meetings/detail', { id: yard.live }), /停车位/],
  ['meeting-secretary', 'secretary', at('packages/meetings/detail', { id: yard.live }), '主持现场会议'],
  ['meeting-held', 'wang', at('packages/meetings/detail', { id: yard.held }), /停车位/],
  ['check-in', 'zhao', at('packages/meetings/check-in', { id: yard.live }), '报到码'],
  ['plan', 'secretary', at('packages/meetings/plan', { placeId: 'xingfuli' }), '开什么会'],
  ['minutes', 'secretary', at('packages/meetings/minutes', { id: yard.held }), '会上怎么说的、定了什么'],
  ['record', 'wang', at('packages/meetings/record', { id: yard.held }), '各个版本'],
  ['record-secretary', 'secretary', at('packages/meetings/record', { id: yard.held }), '采纳，写进新版'],
  ['series', 'wang', at('packages/meetings/series', { id: yard.series }), '楼道的灯坏了三个月'],
  ['series-secretary', 'secretary', at('packages/meetings/series', { id: yard.series }), '放进议题'],
  [
    'series-list',
    'secretary',
    at('packages/meetings/series-list', { placeId: 'xingfuli' }),
    '幸福里圆桌议事',
  ],
  ['series-none', 'feng', at('packages/meetings/series-list', { placeId: 'liulin' }), '这里还没有定期的会'],
  ['series-plan', 'secretary', at('packages/meetings/series-plan', { placeId: 'xingfuli' }), '开什么会'],
  ['forms', 'secretary', at('packages/meetings/forms', { placeId: 'lantian' }), /坝坝会/],
  ['organisations', 'wang', at('packages/meetings/organisations', { placeId: 'lantian' }), /川剧坐唱队/],
  [
    'organisations-secretary',
    'secretary',
    at('packages/meetings/organisations', { placeId: 'lantian' }),
    /川剧坐唱队/,
  ],
];

const lawful = (yard: SettledYard): Shown[] => [
  ['path', 'secretary', at('packages/paths/board', { id: yard.assembly }), '本地办法'],
  ['path-wang', 'wang', at('packages/paths/board', { id: yard.paper }), /业主大会/],
  [
    'path-record',
    'secretary',
    at('packages/paths/record', {
      ...{ id: yard.assembly, body: 'residents-assembly', step: 'party-proposal', title: '党组织提议' },
    }),
    '哪一天办的',
  ],
  ['profile', 'streetOfficer', at('packages/paths/profile', { placeId: 'lantian' }), '各种会'],
  ['lay-down', 'streetOfficer', at('packages/paths/lay-down', { placeId: 'lantian' }), '会上临时加的议题'],
  ['desk-ties', 'gridWorker', at('packages/desk/ties', { placeId: 'xingfuli' }), '哪一套房'],
  ['repairs', 'wang', at('packages/repairs/list', { placeId: 'xingfuli' }), '2单元电梯断绳'],
  ['repairs-none', 'feng', at('packages/repairs/list', { placeId: 'liulin' }), '这里没有紧急维修'],
  ['repair', 'wang', at('packages/repairs/detail', { id: yard.repair }), '办到哪一步'],
  ['repair-zhao', 'zhao', at('packages/repairs/detail', { id: yard.found }), '申请用维修资金'],
  ['repair-open', 'secretary', at('packages/repairs/open', { placeId: 'xingfuli' }), '有什么危险'],
  ['repair-bill', 'secretary', at('packages/repairs/bill', { id: yard.repair }), '验收情况'],
];

const records = (yard: SettledYard): Shown[] => [
  ['charters', 'wang', at('packages/charters/list'), '幸福里坝坝会议事规矩'],
  ['charters-none', 'feng', at('packages/charters/list'), '这里还没有登记公约、规约'],
  ['charter', 'wang', at('packages/charters/detail', { id: yard.charter }), '各个版本'],
  ['charter-secretary', 'secretary', at('packages/charters/detail', { id: yard.charter }), '各个版本'],
  ['charter-version', 'wang', at('packages/charters/version', { id: yard.charter, number: '1' }), /三分钟/],
  ['charter-record', 'secretary', at('packages/charters/record', { placeId: 'xingfuli' }), '是哪一种'],
  [
    'charter-change',
    'secretary',
    at('packages/charters/change', { id: yard.drafting, placeId: 'xingfuli' }),
    '幸福里坝坝会议事规矩',
  ],
  ['nominations', 'wang', at('packages/nominations/list'), '最美邻居'],
  ['nominations-none', 'feng', at('packages/nominations/list'), '现在没有评选'],
  ['round', 'wang', at('packages/nominations/round', { id: yard.round }), '候选人'],
  ['round-secretary', 'secretary', at('packages/nominations/round', { id: yard.round }), '候选人'],
  ['nominate', 'wang', at('packages/nominations/nominate', { id: yard.round }), '为什么推荐'],
  ['invitation', 'wang', at('packages/nominations/invitation'), '您说了算'],
  ['nominations-open', 'secretary', at('packages/nominations/open', { placeId: 'xingfuli' }), '评什么样的人'],
];

const sheets = (yard: SettledYard): Shown[] => [
  ['documents', 'secretary', at('packages/documents/voters', { id: yard.paper }), '入户名单'],
  [
    'print-door',
    'secretary',
    at('packages/documents/print', { kind: 'door-list', groupId: 'xingfuli-1', id: yard.paper }),
    '备注',
  ],
  [
    'print-notice',
    'wang',
    at('packages/documents/print', { kind: 'public-notice', id: yard.resolution }),
    '核对码',
  ],
  ['live-room', 'wang', at('packages/live/room', { id: yard.live }), /第 1 项/],
  ['live-desk', 'secretary', at('packages/live/desk', { id: yard.live }), '连接大屏'],
  ['live-other', 'zhao', at('packages/live/desk', { id: yard.live }), '由我主持'],
];

const NOTHING = '0'.repeat(32);

/** What cannot be shown says so, and what to do. */
const wrong: Shown[] = [
  ['wrong-motion', 'wang', at('packages/motions/detail', { id: NOTHING }), /没有找到/],
  ['wrong-office', 'wang', at('packages/desk/index'), /不在您的职责范围内/],
  ['wrong-paper', 'wang', at('packages/paper-ballots/papers', { id: NOTHING }), /没有找到/],
];

/** Every page of the mini-program, most of them as more than one person sees them. */
export const everyPage = (yard: SettledYard): Shown[] => [
  ...tabs,
  ...members,
  ...proposals(yard),
  ...desk,
  ...register(yard),
  ...resolutions(yard),
  ...pagesOfVotes(yard),
  ...meetings(yard),
  ...lawful(yard),
  ...records(yard),
  ...sheets(yard),
  ...pagesOfRooms(yard.rooms),
  ...pagesOfService(yard.serving),
  ...wrong,
];
