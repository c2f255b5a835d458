/** The text that is agreed to when signing in; a change of words is a new version, and everybody is asked again. */
export const CONSENT_VERSION = '2026-11-21';

export const CONSENT_WORDS = [
  '我们记下：您的微信身份、您填的称呼、您认领的房屋，以及您提议、开会、投票和办事的记录。',
  '用来：确认您是这里的居民，让您提议和投票，把票数算准，通知您和您有关的事。',
  '谁看得到：邻居看得到您的称呼和您公开写的话；您投了什么，别人看不到。手机号可以不填，填了也加密保存。',
  '您可以：随时改称呼、删手机号、退出房屋。法律要求留存的表决记录不能删除，会告诉您留了什么。',
] as const;
