import type { Bundle } from './bundle';
import { type Finding, found } from './finding';
import type { Header } from './header';
import { questionHash } from './opened';
import { keyIdOf, signedBy } from './signature';
import { NoRule, verdictOn } from './verdict';

/** Longer than any ballot checked in time can take to be written (CLK-3). */
const COUNT_DELAY_MS = 40_000;
const MINUTE_MS = 60_000;

type Signed = Pick<Bundle, 'header' | 'keyId' | 'publicKey' | 'signature'>;

/** Whether the key signed the header; with `wanted` also whether it is that key. */
export function keyFindings(
  { header, keyId, publicKey, signature }: Signed,
  wanted: string | null,
): Finding[] {
  const findings = [
    found(
      keyIdOf(publicKey) === keyId,
      `公钥编号 ${keyId} 和公钥对得上`,
      '公钥编号和公钥对不上：其中一个被改过',
    ),
    found(
      signedBy(publicKey, header, signature),
      '签名是真的：封存以后，结果、规则、时间和名册一个字也没有改过',
      '签名不对：封存的内容被改过，或者不是这把公钥签的',
    ),
  ];
  if (wanted === null) return findings;
  const wrong = '公钥和您给的不一样：这份封存包不是用那把钥匙签的';
  return [...findings, found(publicKey === wanted, '公钥和您给的一样', wrong)];
}

/** Whether opening, closing, its changes and the count follow each other. */
export function timeFinding({ opens, closes, counted, closingChanges, paper }: Header): Finding {
  const chained = closingChanges.every(({ from }, n) => n === 0 || closingChanges[n - 1]?.to === from);
  const announced = closingChanges.every(({ at, from, to }) => at < from && at < to);
  const last = closingChanges.at(-1)?.to ?? closes;
  // Until then papers are checked and objected to (PAP-2).
  const settles = closes + (paper?.settleMinutes ?? 0) * MINUTE_MS;
  const right =
    opens < closes && last === closes && chained && announced && counted >= settles + COUNT_DELAY_MS;
  return found(
    right,
    '开始、截止、改截止和计票的时间前后合得上',
    '开始、截止、改截止或者计票的时间前后合不上',
  );
}

/** Whether the rule gives that outcome for these figures. */
export function verdictFinding(header: Header): Finding {
  try {
    const { outcome, passed } = verdictOn(header);
    return found(
      outcome === header.outcome && passed === header.passed,
      '按封存的规则重新判断，结果和公布的一样',
      `按封存的规则重新判断，结果应该是“${outcome}${passed ? ` ${passed}` : ''}”，公布的却是“${header.outcome}${header.passed ? ` ${header.passed}` : ''}”`,
    );
  } catch (error) {
    if (error instanceof NoRule) return { holds: false, words: error.message };
    throw error;
  }
}

/** Whether it is the question that was put. */
export function questionFinding(header: Header, question: Bundle['question']): Finding {
  const same = questionHash(question) === header.question && question.options.length === header.options;
  return found(same, '题目、说明和选项就是表决时的', '题目、说明或者选项和表决时的不一样');
}
