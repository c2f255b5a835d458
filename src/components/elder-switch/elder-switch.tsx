import { setElder, useElder } from '@/services/elder';
import { Button } from '../button/button';

/** Always in sight at the top of 首页 and 我的; says where it leads, not where one is. */
export function ElderSwitch() {
  const elder = useElder();
  return (
    <Button
      kind="plain"
      size="small"
      label={elder ? '换成普通版' : '换成长辈版，字大一些'}
      onTap={() => setElder(!elder)}
    >
      {elder ? '普通版' : '长辈版'}
    </Button>
  );
}
