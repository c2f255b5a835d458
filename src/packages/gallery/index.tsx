import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ElderSwitch } from '@/components/elder-switch/elder-switch';
import { Page } from '@/components/page/page';
import { Button } from '@/components/button/button';
import { Segments } from '@/components/segments/segments';
import { FormsRoom } from './forms-room';
import { FiguresRoom } from './figures-room';
import { StatesRoom } from './states-room';
import { WordsRoom } from './words-room';

const ROOMS = [
  { id: 'words', text: '文字与卡片' },
  { id: 'forms', text: '填写' },
  { id: 'figures', text: '数字与进程' },
  { id: 'states', text: '状态' },
] as const;
type RoomId = (typeof ROOMS)[number]['id'];

const rooms: Record<RoomId, () => React.JSX.Element> = {
  words: WordsRoom,
  forms: FormsRoom,
  figures: FiguresRoom,
  states: StatesRoom,
};

/** Local build only: every component in every state. `?room=` opens one room, for screenshots. */
export default function GalleryPage() {
  const { room } = useRouter().params;
  const [shown, setShown] = useState<RoomId>(ROOMS.find(({ id }) => id === room)?.id ?? 'words');
  const Room = rooms[shown];
  return (
    <Page title="组件陈列" bottom={<Button note="截止前可以改，以最后一次为准">投“同意”</Button>}>
      <ElderSwitch />
      <Segments label="陈列室" segments={ROOMS} value={shown} onChange={setShown} />
      <Room />
    </Page>
  );
}
