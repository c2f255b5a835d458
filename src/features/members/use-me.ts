import { useCall } from '../calls/use-call';

/** Who I am here: name, homes, offices. Every page may ask; it is read once and shared. */
export function useMe() {
  return useCall('members.me', {});
}
