import type { RegisterHome } from './home';

const owner = (key: string, name: string) => ({ key, name });
const resident = (key: string, name: string, bornOn: string) => ({ key, name, bornOn });

export const DEVELOPER = owner('developer', '江畔置业有限公司');
export const LUO = owner('luo-yong', '罗勇');
const SECOND_BUYER = owner('liang-shufen', '梁绍芬');

const unsold = { holding: 'unsold' as const, owners: [DEVELOPER], residents: [] };

/** Homes that differ from one owner or couple who live there, by label; what makes each one worth having stands beside it. */
export const SPECIAL: Readonly<Record<string, Partial<RegisterHome>>> = {
  // One owner of two homes is one head; she lives in the first and lets the second.
  '3栋2单元501': {
    owners: [owner('wang-xiuying', '王秀英')],
    residents: [
      resident('wang-xiuying', '王秀英', '1957-03-12'),
      resident('he-guoquan', '何国全', '1954-08-30'),
    ],
    representativeKey: 'wang-xiuying',
  },
  '3栋2单元602': { owners: [owner('wang-xiuying', '王秀英')], residents: [] },
  // Father and daughter own together and named nobody.
  '3栋2单元702': {
    owners: [owner('liu-deming', '刘德明'), owner('liu-fang', '刘芳')],
    residents: [resident('liu-deming', '刘德明', '1949-11-02'), resident('liu-fang', '刘芳', '1978-06-19')],
  },
  '3栋2单元601': {
    owners: [owner('tang-kaixiu', '唐开秀')],
    residents: [resident('tang-kaixiu', '唐开秀', '1946-01-25')],
  },
  // These co-owners named one of them.
  '3栋1单元302': {
    owners: [owner('he-yonggui', '何永贵'), owner('he-jing', '何静')],
    residents: [resident('he-yonggui', '何永贵', '1951-01-15'), resident('he-jing', '何静', '1984-07-07')],
    namedOwner: { key: 'he-jing', proof: '共有人书面声明，社区存档' },
  },
  '3栋1单元402': {
    owners: [owner('zhou-mingde', '周明德')],
    residents: [resident('zhou-mingde', '周明德', '1959-09-09')],
    representativeKey: 'zhou-mingde',
  },
  // One buyer of several homes, a shop and a parking space.
  '3栋4单元101': { owners: [LUO], residents: [] },
  '3栋4单元201': { owners: [LUO], residents: [] },
  '3栋5单元701': { owners: [LUO], residents: [resident('luo-yong', '罗勇', '1970-04-18')] },
  临街3号商铺: { owners: [LUO] },
  '3栋6单元101': { owners: [SECOND_BUYER] },
  '3栋6单元201': { owners: [SECOND_BUYER], residents: [] },
  // A buyer in possession who is not in the land register yet (ROLL-13).
  '3栋5单元303': {
    areaBasis: 'contract',
    owners: [{ key: 'peng-jiahe', name: '彭家和', registered: false, proof: '购房合同和交房单，社区存档' }],
    residents: [resident('peng-jiahe', '彭家和', '1990-02-27')],
  },
  // The developer's: unsold, and sold but not handed over; one head for all of them (ROLL-4).
  '3栋6单元701': unsold,
  '3栋6单元702': unsold,
  '3栋6单元703': { holding: 'not-handed-over', owners: [owner('wu-min', '吴敏')], residents: [] },
  '2栋2单元603': unsold,
  '2栋2单元604': unsold,
  // Nobody lives here and nobody lets it.
  '3栋3单元402': { owners: [owner('xiao-hanwen', '肖瀚文')], residents: [] },
  '1栋1单元201': {
    owners: [owner('zhao-guoqiang', '赵国强')],
    residents: [resident('zhao-guoqiang', '赵国强', '1963-05-21')],
  },
  '1栋1单元302': {
    owners: [owner('zhang-daiyun', '张代云')],
    residents: [resident('zhang-daiyun', '张代云', '1950-12-08')],
  },
  '2栋1单元101': {
    owners: [owner('zhong-wenbin', '钟文彬')],
    residents: [resident('zhong-wenbin', '钟文彬', '1968-10-30')],
  },
  // The son's name stands beside the father's: his claim waits with its proof.
  '2栋1单元301': {
    owners: [owner('xu-zhengguo', '许正国'), owner('xu-nuo', '许诺')],
    residents: [resident('xu-zhengguo', '许正国', '1961-07-03')],
  },
  // The household's representative owns nothing here.
  三组12号: {
    owners: [owner('zeng-guangquan', '曾光全')],
    residents: [
      resident('zeng-guangquan', '曾光全', '1945-02-11'),
      resident('yang-suhua', '杨素华', '1971-09-16'),
    ],
    representativeKey: 'yang-suhua',
  },
};
