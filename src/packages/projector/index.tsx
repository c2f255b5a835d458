import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { useScreen } from '@/features/live/use-screen';
import { aria } from '@/services/aria';
import { Screen } from './screen';
import './projector.scss';

/** Six digits from the phone of whoever leads. */
function Pairing({ pairing }: Pick<ReturnType<typeof useScreen>, 'pairing'>) {
  const [code, setCode] = useState('');
  const whole = /^\d{6}$/.test(code);
  const pair = () => (whole ? pairing.pair(code) : undefined);
  const confirm = () => void pair();
  return (
    <View className="screen-pairing">
      <View className="screen-question">
        <Text>会场大屏</Text>
      </View>
      <View className="screen-card">
        <Text>主持人在手机上点“连接大屏”，把那6个数字输在这里：</Text>
        <Input
          className="screen-code"
          type="number"
          maxlength={6}
          value={code}
          onInput={(event) => setCode(event.detail.value.trim())}
          onConfirm={confirm}
          {...aria({ label: '配对码' })}
        />
        {pairing.error && <ErrorBox error={pairing.error} />}
        <Button onTap={pair} reason={whole ? undefined : '请输入6个数字'}>
          连接
        </Button>
      </View>
    </View>
  );
}

/** The projector: any browser, no login, one meeting. */
export default function ProjectorPage() {
  const { paired, shown, answeredAt, pairing, forget } = useScreen();
  return (
    <View className="yard screen">
      {!paired ? (
        <Pairing pairing={pairing} />
      ) : shown ? (
        <Screen shown={shown} answeredAt={answeredAt} onAnother={forget} />
      ) : (
        <View className="screen-over">
          <Text className="screen-note">正在连接…</Text>
        </View>
      )}
    </View>
  );
}
