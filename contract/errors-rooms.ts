/** Refusals of rooms and their bookings. */
export const ROOM_ERROR_CODES = [
  'ROOM_OWNERS_ONLY', // only owners of the place may book it
  'ROOM_OFFICES_ONLY', // only offices of the place may book it
  'ROOM_MEETING', // a meeting is planned there, which nothing displaces: it is moved first
  'ROOM_DISPLACES_OTHERS', // other bookings would go than the preview showed
  'ROOM_DISPLACES_MANY', // more bookings would go than one command displaces
  'BOOKING_TAKEN', // somebody has the slot, or the time after theirs is kept free
  'BOOKING_CLOSED', // outside of the opening hours
  'BOOKING_TOO_FAR', // further ahead than the room may be booked
  'BOOKING_TOO_SOON', // too shortly before its beginning
  'BOOKING_LENGTH', // shorter or longer than the room allows, or not in its steps
  'BOOKING_QUOTA', // the home has as many in that month as the room allows
  'BOOKING_REPEATS', // more weeks in a row than the room allows
  'BOOKING_CONFLICTS', // some of the days cannot be booked; `fields` says which and why
  'BOOKING_PURPOSE', // the room is not for this purpose
  'BOOKING_PEOPLE', // more people than the room holds
  'BOOKING_STAGE', // the booking's state does not allow this
  'BOOKING_HOLD_OVER', // the time that the slot was held for has run out
  'BOOKING_OWN', // nobody approves what they asked for themselves
  'BOOKING_CODE_WRONG', // not the code of this room's door
  'BOOKING_CHECK_IN_TIME', // too early, or it is over
  'BOOKING_FREE', // nobody has the slot: it is booked, not waited for
  'BOOKING_WAITING', // the person waits for this slot already
  'BOOKING_WAITS_FULL', // as many wait for that day as one list holds
] as const;
