import type { z } from 'zod';
import { auditCalls } from './audit';
import { bookingCalls } from './bookings';
import type { CallSpec } from './call';
import { charterCalls } from './charters';
import { callingCalls } from './callings';
import { claimCalls } from './claims';
import { discussionCalls } from './discussion';
import { documentCalls } from './documents';
import { formCalls } from './meeting-forms';
import { liveCalls } from './live';
import { meetingCalls } from './meetings';
import { memberCalls } from './members';
import { messageCalls } from './messages';
import { minutesCalls } from './minutes';
import { motionCalls } from './motions';
import { nominationCalls } from './nominations';
import { officeCalls } from './offices';
import { organisationCalls } from './organisations';
import { overviewCalls } from './overview';
import { paperCalls } from './papers';
import { pathCalls } from './paths';
import { photoCalls } from './photos';
import { placeCalls } from './places';
import { proposalCalls } from './proposals';
import { privacyCalls } from './privacy';
import { proxyCalls } from './proxies';
import { registerCalls } from './register';
import { registerImportCalls } from './register-import';
import { repairCalls } from './repairs';
import { resolutionCalls } from './resolutions';
import { rollCalls } from './rolls';
import { roomCalls } from './rooms';
import { sealCalls } from './seals';
import { secretCalls } from './secret-ballots';
import { seriesCalls } from './series';
import { venueCalls } from './venues';
import { serviceCalls } from './service';
import { shiftCalls } from './shifts';
import { surgeCalls } from './surges';
import { taskCalls } from './tasks';
import { teamCalls } from './teams';
import { volunteerCalls } from './volunteers';

/** Every call of the gateway. One room each; the table calls × roles × relation is printed from it (docs/access.md). */
export const calls = {
  ...memberCalls,
  ...placeCalls,
  ...registerCalls,
  ...registerImportCalls,
  ...claimCalls,
  ...officeCalls,
  ...proposalCalls,
  ...discussionCalls,
  ...overviewCalls,
  ...meetingCalls,
  ...formCalls,
  ...minutesCalls,
  ...seriesCalls,
  ...organisationCalls,
  ...motionCalls,
  ...rollCalls,
  ...paperCalls,
  ...proxyCalls,
  ...privacyCalls,
  ...callingCalls,
  ...sealCalls,
  ...secretCalls,
  ...charterCalls,
  ...nominationCalls,
  ...resolutionCalls,
  ...auditCalls,
  ...messageCalls,
  ...documentCalls,
  ...liveCalls,
  ...pathCalls,
  ...repairCalls,
  ...photoCalls,
  ...venueCalls,
  ...roomCalls,
  ...bookingCalls,
  ...teamCalls,
  ...volunteerCalls,
  ...taskCalls,
  ...shiftCalls,
  ...serviceCalls,
  ...surgeCalls,
};

export type Calls = typeof calls;
export type CallName = keyof Calls;

/** What a phone sends: defaults may be left out. */
export type CallRequest<N extends CallName> = z.input<Calls[N]['input']>;
/** What a use-case gets: parsed, defaults filled in. */
export type CallInput<N extends CallName> = z.output<Calls[N]['input']>;
export type CallOutput<N extends CallName> = Calls[N] extends CallSpec<z.ZodType, infer O> ? O : never;
