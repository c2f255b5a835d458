import type { RoomErrorCode } from '@contract/errors';

/** What a person reads in place of a code where rooms are booked. */
export const roomMessages: Record<RoomErrorCode, string> = {
  ROOM_OWNERS_ONLY: '这间只给这里的业主预约。您可以请业主来订，或者换一间。',
  ROOM_OFFICES_ONLY: '这间只由社区安排使用。要用请联系社区，或者换一间。',
  ROOM_MEETING: '这段时间有会议要用，不能改。请先到会议里改期或取消。',
  ROOM_DISPLACES_OTHERS: '刚刚又有人预约或取消了，请重新看一遍会影响哪些预约。',
  ROOM_DISPLACES_MANY: '一次影响的预约超过100个，请把日期分成几段来办。',
  BOOKING_TAKEN: '这个时段已经有人了，请换一个时段，也可以排队等。',
  BOOKING_CLOSED: '这个时段不开放，请看开放时间再选。',
  BOOKING_TOO_FAR: '还太早，不能订这么远的日子，请过些天再来。',
  BOOKING_TOO_SOON: '离开始太近了，来不及预约，请选晚一些的时段。',
  BOOKING_LENGTH: '时间太短、太长，或者不是这一间可以开始、结束的钟点。请看这一间的规定再选。',
  BOOKING_QUOTA: '您家这个月在这一间的次数用完了，请选下个月或换一间。',
  BOOKING_REPEATS: '这一间不能连订这么多周，请少选几周。',
  BOOKING_CONFLICTS: '有几天订不上，请看是哪几天。可以只订其余的，或者换时间。',
  BOOKING_PURPOSE: '这一间不能用来办这件事，请换一种用途或换一间。',
  BOOKING_PEOPLE: '人数超过了这一间能坐的，请改人数，或者换一间大的。',
  BOOKING_STAGE: '这个预约现在不能这样办，请刷新看最新情况。',
  BOOKING_HOLD_OVER: '保留的时间已经过了，时段放开了。还要用请重新预约。',
  BOOKING_OWN: '自己的申请不能自己批，请让另一位工作人员处理。',
  BOOKING_CODE_WRONG: '门口的码不对，请看这一间门上的码再输一次。',
  BOOKING_CHECK_IN_TIME: '现在不能签到：开始前15分钟起，到结束为止可以签到。',
  BOOKING_FREE: '这个时段现在空着，不用排队，直接预约就行。',
  BOOKING_WAITING: '您已经在排这个时段了，空出来会告诉您。',
  BOOKING_WAITS_FULL: '这一天排队的人已经满了，请换一天。',
};
