import { Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import { countText } from '@/services/figures';
import { Icon } from '../icon/icon';
import './threshold-bar.scss';

export interface ThresholdBarProps {
  /** 「户数」「面积」 */
  label: string;
  value: number;
  total: number;
  /** 「户」「人」「㎡」 */
  unit: string;
  /** How a figure is written; whole numbers with commas unless it is an area (`areaFigure`). */
  figure?: (value: number) => string;
  /** Where the mark stands, and its words: 「三分之二」. */
  mark?: { num: number; den: number; label: string };
  /** The server's verdict on this line; the bar never works it out. */
  met?: boolean;
  /** How much is missing; null when it cannot be reached any more. */
  missing?: number | null;
  /** What is said once it is met, where it is no threshold of a vote: 「人够了」. */
  metWords?: string;
}

/** Width in hundredths of a percent: an inline style is the only way to draw a figure. */
const width = (part: number, whole: number) =>
  `${whole > 0 ? Math.min(100, Math.round((10_000 * part) / whole) / 100) : 0}%`;

function Verdict({
  met,
  missing,
  unit,
  figure,
  metWords,
}: Required<Pick<ThresholdBarProps, 'unit' | 'figure' | 'metWords'>> &
  Pick<ThresholdBarProps, 'met' | 'missing'>) {
  if (met) {
    return (
      <View className="threshold-verdict threshold-met">
        <Text>{metWords}</Text>
        <Icon name="check" />
      </View>
    );
  }
  if (missing === null) return <Text className="threshold-verdict">已经达不到</Text>;
  if (missing === undefined || missing === 0) return null;
  return (
    <Text className="threshold-verdict">
      还差 <Text className="threshold-missing">{figure(missing)}</Text> {unit}
    </Text>
  );
}

/** How far from a threshold: figures in words, a bar, and the mark drawn on it. */
export function ThresholdBar(props: ThresholdBarProps) {
  const { label, value, total, unit, figure = countText, mark, met = false, missing } = props;
  const { metWords = '已达到' } = props;
  const asked = mark ? `，要求${mark.label}` : '';
  const said = `${label}：${figure(value)}，共 ${figure(total)} ${unit}${asked}${met ? `，${metWords}` : ''}`;
  return (
    <View className="threshold" {...aria({ role: 'img', label: said })}>
      <View className="threshold-words">
        <Text className="threshold-label">{label}</Text>
        <View className="threshold-figures">
          <Text className="threshold-figure">
            <Text className="threshold-value">{figure(value)}</Text> / {figure(total)} {unit}
          </Text>
          <Verdict met={met} missing={missing} unit={unit} figure={figure} metWords={metWords} />
        </View>
      </View>
      <View className="threshold-track">
        {value > 0 && (
          <View
            className={met ? 'threshold-fill threshold-fill-met' : 'threshold-fill'}
            style={{ width: width(value, total) }}
          />
        )}
        {mark && <View className="threshold-mark" style={{ left: width(mark.num, mark.den) }} />}
      </View>
      {mark && (
        <View className="threshold-mark-row">
          <View className="threshold-mark-label" style={{ left: width(mark.num, mark.den) }}>
            <Text>{mark.label}</Text>
          </View>
        </View>
      )}
    </View>
  );
}
