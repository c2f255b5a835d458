import { Text, View } from '@tarojs/components';
import './person-line.scss';

export interface PersonLineProps {
  /** 「现在由」「提出人」 */
  label?: string;
  name: string;
  /** 「物业」「社区书记」「3 栋 2 单元」 */
  role?: string;
  /** 「已 6 天」「9月2日」 */
  since?: string;
}

/** Who holds it, and since when. No picture: a name and an office are what can be held to account. */
export function PersonLine({ label, name, role, since }: PersonLineProps) {
  return (
    <View className="person-line">
      {label && <Text>{label} </Text>}
      <Text className="person-line-name">{role ? `${role} · ${name}` : name}</Text>
      {since && <Text>{'\u00a0· '}</Text>}
      {since && <Text className="person-line-since">{since}</Text>}
    </View>
  );
}
