import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useCall } from '@/features/calls/use-call';
import { BoxCount } from '@/features/motions/box-count';
import { BoxMarking, MyMarks } from '@/features/motions/box-marks';

const TITLES = {
  open: '票箱封着',
  due: '可以开箱了',
  entered: '登记了一次',
  differed: '两次登记不一样',
  confirmed: '票箱数完了',
  over: '时间过了',
} as const;

/** The ballot box of a secret vote, for the officers of its place: who put in, and after the closing what is in it. */
export default function BoxPage() {
  const { id = '' } = useRouter().params;
  const box = useCall('motions.box', { motionId: id }, { enabled: id !== '', refreshEvery: 30_000 });
  return (
    <Page title="票箱">
      <Loaded of={box}>
        {(shown) => (
          <>
            <Notice
              tone={shown.state === 'differed' ? 'brand' : 'sky'}
              icon="info"
              title={TITLES[shown.state]}
            >
              <View>
                <Text>{shown.title}</Text>
              </View>
              <Text>{shown.words}</Text>
            </Notice>
            {shown.warning && (
              <Notice tone="clay" icon="warn" title="箱里的票很少">
                <Text>{shown.warning}</Text>
              </Notice>
            )}
            <BoxMarking box={shown} />
            <BoxCount key={shown.revision} box={shown} />
            <MyMarks box={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
