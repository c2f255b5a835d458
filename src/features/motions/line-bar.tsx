import type { BodyKind, VerdictLine } from '@contract/decision';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { areaFigure, countText } from '@/services/figures';
import { headUnit, markWords } from './motion-words';

interface LineBarProps {
  line: VerdictLine;
  bodyKind: BodyKind;
  /** While votes still come: how many more of those who have not taken part would do. */
  running: boolean;
}

/** One comparison of the verdict as a bar: what is asked, where it stands, what is missing, all from the server. */
export function LineBar({ line, bodyKind, running }: LineBarProps) {
  const area = line.axis === 'area';
  const unit = area ? '㎡' : headUnit(bodyKind);
  // Of nobody yet the smallest figure there is would be missing: 「还差 0.01 ㎡」 tells nobody anything.
  const missing = line.denominator === 0 ? undefined : running ? line.missingFromRest : line.missing;
  return (
    <ThresholdBar
      label={area ? '面积' : `${unit}数`}
      value={line.numerator}
      total={line.denominator}
      unit={unit}
      figure={area ? areaFigure : countText}
      mark={{ num: line.threshold.num, den: line.threshold.den, label: markWords(line.threshold) }}
      met={line.met}
      missing={missing}
    />
  );
}
