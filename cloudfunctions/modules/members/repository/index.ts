export { claims } from './claims';
export { firstAdministrator } from './first-administrator';
export { homes } from './homes';
export { letterboxCodes } from './letterbox-codes';
export { type OfficeHolder, persons } from './persons';
export { places } from './places';
export { profileVersions } from './profile-versions';
