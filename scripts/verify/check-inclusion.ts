import { numberedHead } from './chain';
import type { CheckedBundle } from './check-bundle';
import { type Finding, found } from './finding';
import type { Receipt } from './receipt';

/** What the bundle has in the place of the receipt's ballot. */
function placeOf(receipt: Receipt, leaves: NonNullable<CheckedBundle['bundle']>['leaves']): Finding {
  const leaf = leaves.find(({ voter }) => voter === receipt.voter);
  if (!leaf)
    return found(false, '', '封存包里没有这张回执的票：这一票没有算进去。请保留回执和封存包，这就是证据');
  if (leaf.revision < receipt.revision) {
    const words = `封存的是第 ${leaf.revision} 次投的，这张回执是后来第 ${receipt.revision} 次投的：改票没有算进去。请保留回执，这就是证据`;
    return { holds: false, words };
  }
  if (
    leaf.origin === 'aside' &&
    (leaf.revision > receipt.revision || leaf.commitment === receipt.commitment)
  ) {
    const words =
      '这张回执的纸质票作废了，没有算进去：投票人说过不是自己的意思。要是您家没有说过，请找社区和街道查';
    return { holds: true, words, mind: true };
  }
  if (leaf.revision > receipt.revision) {
    const words = `这张回执是第 ${receipt.revision} 次投的，后来改过票，算进去的是第 ${leaf.revision} 次。要是您没有改过，请找社区和街道查`;
    return { holds: true, words, mind: true };
  }
  if (leaf.commitment === receipt.commitment && leaf.origin !== 'receipt') {
    return {
      holds: false,
      words: '封存包里说这一票没有发过回执，可是回执在您手里。请保留回执和封存包，这就是证据',
    };
  }
  return found(
    leaf.commitment === receipt.commitment,
    `这张回执的票（第 ${receipt.revision} 次投的）算进去了`,
    '封存包里这个代号的票和回执上的不是同一票：内容被换过。请保留回执和封存包，这就是证据',
  );
}

/**
 * Whether what the receipt pins of the audit log goes with what the header pins: the log only grows, and whoever counted later saw at
 * least as many seals. A lower number has nothing to be compared with here: that takes the chain itself.
 */
export function auditFindings({ audit = '0 -' }: Receipt, header: { audit: string }): Finding[] {
  const [held, sealed] = [numberedHead(audit), numberedHead(header.audit)];
  if (held.number === 0 || held.number < sealed.number) return [];
  const later = held.number > sealed.number;
  const wrong = later
    ? `回执记的是第 ${held.number} 号操作记录封存，计票时却只到第 ${sealed.number} 号：后面的被拿掉了，或者回执和封存包不是同一个系统发的`
    : `第 ${held.number} 号操作记录封存，回执上的和封存包上的不一样：记录被改过，或者给各人的不一样`;
  return [
    found(
      !later && held.hash === sealed.hash,
      `第 ${held.number} 号操作记录封存，回执上的和封存包上的一样`,
      `${wrong}。请保留回执和封存包，这就是证据`,
    ),
  ];
}

/** Whether the ballot of a genuine receipt was counted in a bundle (docs/verify.md). */
export function inclusionFindings(receipt: Receipt, { bundle, header }: CheckedBundle): Finding[] {
  if (!bundle || !header) return [];
  if (receipt.motion !== header.motion) {
    return [{ holds: false, words: '这张回执是另一次表决的，不能和这份封存包核对' }];
  }
  const key = found(
    receipt.publicKey === bundle.publicKey,
    '回执和封存包是同一把钥匙签的',
    '回执和封存包不是同一把钥匙签的。请问社区是不是换过钥匙，换过的两把公钥都要公布',
  );
  const time = found(
    receipt.at >= header.opens && receipt.at <= header.closes,
    '回执的时间在投票的时间里',
    '回执的时间不在投票的时间里',
  );
  return [key, time, ...auditFindings(receipt, header), placeOf(receipt, bundle.leaves)];
}
