import type { KeptWords } from '@contract/privacy';

/** What leaving removes (KEEP-2). */
export const GOES: readonly string[] = [
  '您的称呼、手机号和微信身份',
  '您和房屋的关系、认领申请',
  '您的消息和订阅、会上的举手排队',
  '您给出的委托：受托人还没有投的，不能再代您投',
];

/** What stays, and why: at least three years, and nothing here removes it now (KEEP-3, KEEP-5). */
export const STAYS: readonly KeptWords[] = [
  {
    what: '您投过的票、纸质票和委托书、已经确定的名册、封存的计票记录',
    why: '业主知道决定后一年内可以起诉（区分所有权解释第十二条），表决要能重新核对，至少保存三年。正在进行的表决里，您投过的票照样算。',
  },
  {
    what: '操作记录，连同当时的称呼',
    why: '记录谁在什么时候办了什么，一条也不能改、不能删，出了争议才查得清，至少保存三年。',
  },
  {
    what: '决议、公示、会议报到，和您提出的提议、联名、意见、提名、会议建议、更正和异议，连同当时的称呼',
    why: '它们是大家共同决定的依据和档案，至少保存三年。不想留下的提议，请在注销前撤回。',
  },
  {
    what: '您传过的照片文件',
    why: '同一张照片可能也是票和办事的证据，系统不删文件。认领时交的证明，注销后没有页面再显示。',
  },
  {
    what: '房屋登记里业主和住户的姓名',
    why: '由社区按房屋登记，不是您在这里填的。要更正，请找社区。',
  },
];
