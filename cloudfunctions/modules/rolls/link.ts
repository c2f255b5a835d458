/** The page of a motion's roll. */
export const rollLink = (motionId: string) => `/packages/motions/roll/index?motionId=${motionId}`;
