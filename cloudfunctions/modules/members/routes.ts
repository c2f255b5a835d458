import type { Routes } from '../../kernel/route';
import { presentProfile } from './present-profile';
import { presentBranch, presentMe, presentRegister, presentRoster } from './present';
import { addPlaces } from './use-cases/add-places';
import { appoint } from './use-cases/appoint';
import { bootstrapAdministrator } from './use-cases/bootstrap-administrator';
import { chooseRepresentative } from './use-cases/choose-representative';
import { claimByCode } from './use-cases/claim-by-code';
import { claimWithProof } from './use-cases/claim-with-proof';
import { decideClaim } from './use-cases/decide-claim';
import { findPeople } from './use-cases/find-people';
import { issueCodes } from './use-cases/issue-codes';
import { leaveHome } from './use-cases/leave-home';
import { listClaims } from './use-cases/list-claims';
import { listHomes } from './use-cases/list-homes';
import { nameCoOwner } from './use-cases/name-co-owner';
import { recordHomes } from './use-cases/record-homes';
import { removeTie } from './use-cases/remove-tie';
import { setProfile } from './use-cases/set-profile';
import { signIn } from './use-cases/sign-in';
import { updateProfile } from './use-cases/update-profile';
import { withdrawClaim } from './use-cases/withdraw-claim';
import { withdrawOffice } from './use-cases/withdraw-office';
import { registerRoutes } from '../register/routes';

export const memberRoutes: Routes<'members'> = {
  ...registerRoutes,
  'members.me': presentMe,
  'members.signIn': signIn,
  'members.updateProfile': updateProfile,
  'members.places': (context, { parentId }) => presentBranch(context, parentId),
  'members.addPlaces': addPlaces,
  'members.profile': presentProfile,
  'members.setProfile': setProfile,
  'members.homes': listHomes,
  'members.recordHomes': recordHomes,
  'members.nameCoOwner': nameCoOwner,
  'members.chooseRepresentative': chooseRepresentative,
  'members.issueCodes': issueCodes,
  'members.register': (context, { homeId }) => presentRegister(context, homeId),
  'members.removeTie': removeTie,
  'members.leaveHome': leaveHome,
  'members.claimByCode': claimByCode,
  'members.claimWithProof': claimWithProof,
  'members.withdrawClaim': withdrawClaim,
  'members.claims': listClaims,
  'members.decideClaim': decideClaim,
  'members.bootstrapAdministrator': bootstrapAdministrator,
  'members.appoint': appoint,
  'members.withdrawOffice': withdrawOffice,
  'members.findPeople': findPeople,
  'members.whoIsWho': (context, { placeId }) => presentRoster(context, placeId),
};
