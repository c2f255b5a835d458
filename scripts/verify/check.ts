import { type Finding, found } from './finding';
import { NoReceipt, type Receipt, readReceipt } from './receipt';
import { keyIdOf, signatureHolds } from './signature';

export interface Checked {
  /** True only where everything that could be checked holds. */
  ok: boolean;
  /** Null where the text is no receipt at all. */
  receipt: Receipt | null;
  findings: Finding[];
}

function read(bytes: Uint8Array): Receipt | Finding {
  try {
    return readReceipt(bytes);
  } catch (error) {
    if (error instanceof NoReceipt) return { holds: false, words: error.message };
    throw error;
  }
}

/**
 * Checks one receipt by itself (docs/verify.md), without network or database. With `publicKey`, 64 hex digits, also whether
 * it was signed by that key: by itself a receipt only shows that it was signed by the key that it names.
 */
export function checkReceipt(bytes: Uint8Array, publicKey: string | null = null): Checked {
  const receipt = read(bytes);
  if ('holds' in receipt) return { ok: false, receipt: null, findings: [receipt] };
  const findings = [
    found(true, '格式完整，一项不多、一项不少', ''),
    found(
      keyIdOf(receipt.publicKey) === receipt.keyId,
      `公钥编号 ${receipt.keyId} 和公钥对得上`,
      '公钥编号和公钥对不上：其中一个被改过',
    ),
    found(
      signatureHolds(receipt),
      '签名是真的：发出以后一个字也没有改过',
      '签名不对：内容被改过，或者不是这把公钥签的',
    ),
  ];
  if (publicKey !== null) {
    findings.push(
      found(
        receipt.publicKey === publicKey,
        '公钥和您给的一样',
        '公钥和您给的不一样：这张回执不是用那把钥匙签的',
      ),
    );
  }
  return { ok: findings.every(({ holds }) => holds), receipt, findings };
}
