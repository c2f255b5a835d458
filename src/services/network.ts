import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** False while the phone says it has no network at all; a weak one shows only in calls that get no answer. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    const listener = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected);
    Taro.getNetworkType()
      .then(({ networkType }) => setOnline(networkType !== 'none'))
      .catch(() => setOnline(true));
    Taro.onNetworkStatusChange(listener);
    return () => Taro.offNetworkStatusChange(listener);
  }, []);
  return online;
}
