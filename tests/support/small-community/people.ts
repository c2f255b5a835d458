import type { Office } from '@contract/roles';
import type { HomeKey } from './register';
import type { PlaceId } from './tree';

interface Person {
  openid: string;
  /** As they call themselves; claims use the same name unless `claims` says otherwise. */
  name: string;
  offices?: [Office, PlaceId][];
  /** Homes claimed by letterbox code. */
  claims?: HomeKey[];
  /** A home claimed with a proof, which the grid worker accepts. */
  proves?: HomeKey;
  asTenant?: true;
  registerName?: string;
}

/** Who lives and works in the small community; what makes each one worth a test stands beside it. */
export const people = {
  administrator: { openid: 'o_xie-mingyuan', name: '谢明远' },
  streetOfficer: { openid: 'o_tang-jianhua', name: '唐建华', offices: [['street-officer', 'wangjiang']] },
  secretary: { openid: 'o_chen-xiulan', name: '陈秀兰', offices: [['secretary', 'lantian']] },
  gridWorker: { openid: 'o_li-xiaoyan', name: '李小燕', offices: [['grid-worker', 'lantian']] },
  residentsCommittee: {
    openid: 'o_hu-jianping',
    name: '胡建平',
    offices: [['residents-committee', 'lantian']],
  },
  villagersCommittee: {
    openid: 'o_zeng-decai',
    name: '曾德才',
    offices: [['villagers-committee', 'lantian']],
  },
  propertyManager: { openid: 'o_sun-wei', name: '孙伟', offices: [['property-manager', 'xingfuli']] },
  /** Owner and member of the owners' committee. */
  zhao: {
    openid: 'o_zhao-guoqiang',
    name: '赵国强',
    offices: [['owners-committee', 'xingfuli']],
    claims: ['1-1-201'],
  },
  /** Owner and building head of 1栋. */
  zhou: {
    openid: 'o_zhou-suzhen',
    name: '周素珍',
    offices: [['building-head', 'xingfuli-1']],
    claims: ['1-1-101'],
  },
  /** Owner of two homes, who votes once; household representative of the first. */
  wang: { openid: 'o_wang-guilan', name: '王桂兰', claims: ['1-1-102', '1-2-101'] },
  /** Co-owners who named nobody. */
  liuDeming: { openid: 'o_liu-deming', name: '刘德明', claims: ['1-1-301'] },
  liuFang: { openid: 'o_liu-fang', name: '刘芳', claims: ['1-1-301'] },
  /** Co-owners who named 何静. */
  heYonggui: { openid: 'o_he-yonggui', name: '何永贵', claims: ['1-1-302'] },
  heJing: { openid: 'o_he-jing', name: '何静', claims: ['1-1-302'] },
  /** Tenant in 吴敏's home. */
  tenant: { openid: 'o_zheng-hao', name: '郑浩', claims: ['1-2-102'], asTenant: true },
  /** Household representative who owns nothing; her son of the same household is not. */
  maChunhua: { openid: 'o_ma-chunhua', name: '马春花', claims: ['1-2-201'] },
  maXiaolong: { openid: 'o_ma-xiaolong', name: '马小龙', claims: ['1-2-201'] },
  /** Bought a home that is not handed over. */
  buyer: { openid: 'o_luo-yong', name: '罗勇', claims: ['2-2-201'] },
  /** Speaks for the developer through one of its unsold homes. */
  developer: {
    openid: 'o_huang-li',
    name: '黄立',
    proves: '2-2-301',
    registerName: '江畔置业有限公司',
  },
  /** Owner in the community's other estate. */
  feng: { openid: 'o_feng-ting', name: '冯婷', claims: ['liulin-101'] },
  /** Household representative in the village group. */
  zeng: { openid: 'o_zeng-fusheng', name: '曾福生', claims: ['sanzu-1'] },
  /** Signed in, no home yet. */
  newcomer: { openid: 'o_xu-nuo', name: '许诺' },
  /** Another community: its secretary and one of its owners. */
  otherSecretary: { openid: 'o_jiang-wen', name: '蒋文', offices: [['secretary', 'guihu']] },
  stranger: { openid: 'o_deng-shiping', name: '邓世平', claims: ['guihuyuan-1'] },
} satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;

export const persons = Object.entries(people) as [PersonKey, Person][];
