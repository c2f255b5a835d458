import { useEffect } from 'react';
import { useCall } from '@/features/calls/use-call';
import { choosePlace, useChosenPlace } from './chosen';

/** 首页's answer for the place that is looked at; the tabs share one reading. */
export function useHome() {
  const placeId = useChosenPlace();
  const home = useCall('overview.home', placeId ? { placeId } : {});
  const gone = home.error?.code === 'NOT_FOUND' && placeId !== '';
  useEffect(() => {
    // Moved away or out of office: the kept place is none of theirs any more.
    if (gone) choosePlace('');
  }, [gone]);
  return home;
}
