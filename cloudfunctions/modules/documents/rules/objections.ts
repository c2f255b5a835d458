import type { Body, Worth } from '@contract/decision';

const OWNERS =
  '业主认为本决定侵害其合法权益或者违反法律规定的程序的，可以自知道或者应当知道本决定作出之日起一年内，请求人民法院予以撤销（《民法典》第二百八十条；《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第十二条）。';
const RESIDENTS =
  '居民认为居民委员会或者其成员作出的决定侵害其合法权益的，可以申请人民法院予以撤销（《城市居民委员会组织法》第四十条）。';
const VILLAGERS =
  '村民认为村民委员会或者其成员作出的决定侵害其合法权益的，可以申请人民法院予以撤销（《村民委员会组织法》第四十一条）。';

const COURTS: Record<Body, string | null> = {
  owners: OWNERS,
  'residents-assembly': RESIDENTS,
  'residents-delegates': RESIDENTS,
  'villagers-assembly': VILLAGERS,
  'villagers-delegates': VILLAGERS,
  'villagers-group': VILLAGERS,
  yard: null,
};

/** Where somebody turns who objects: to whoever published it, and, where the vote decided by a statute, to a court (DOC-10). */
export function objections(body: Body, worth: Worth, issuer: string): string[] {
  const first = `对结果、名册或者计票有异议的，请在公示期内向${issuer}书面提出，或者在手机上这次表决的页面里说明。`;
  const court = worth === 'statutory' ? COURTS[body] : null;
  return court === null ? [first] : [first, court];
}
