/** The bodies that meet or decide, by law or custom. */
export const BODIES = [
  'owners', // 业主大会
  'residents-assembly', // 居民会议
  'residents-delegates', // 居民代表会议
  'villagers-assembly', // 村民会议
  'villagers-delegates', // 村民代表会议
  'villagers-group', // 村民小组会议
  'yard', // 坝坝会: the neighbours themselves, no statute
] as const;
export type Body = (typeof BODIES)[number];
