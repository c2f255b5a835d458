import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';

export default function Page() {
  return (
    <View className="yard">
      <Icon name="home" />
      <Text>服务</Text>
    </View>
  );
}
