export { DEFAULT_PROFILE as NO_PROFILE, type LocalProfile } from '@contract/profile';
