import { type Chain, NoChain, numberedHead, readChain } from './chain';
import { type Finding, found } from './finding';

type Holder = '回执' | '封存包';

const keep = (holder: Holder) => `请把${holder}和这份文件都留好，这就是证据`;

/** The hash that the chain computes for a seal's number; null where it has none. */
function hashAt({ from, hashes }: Chain, number: number): string | null {
  return number === from.number ? from.hash : (hashes[number - from.number - 1] ?? null);
}

function endFinding(chain: Chain): Finding {
  const { from, hashes, head } = chain;
  return found(
    from.number + hashes.length === head.number && hashAt(chain, head.number) === head.hash,
    `操作记录的封存一环扣一环，到第 ${head.number} 号`,
    '操作记录的封存断了：文件里有改过、少了或者换了顺序的地方',
  );
}

function headFinding(chain: Chain, audit: string | undefined, holder: Holder): Finding {
  if (audit === undefined)
    return { holds: true, mind: true, words: '这张回执是早先的，没有记下操作记录，不能用它核对' };
  const { number, hash } = numberedHead(audit);
  if (number === 0)
    return { holds: true, mind: true, words: `${holder}发出的时候还没有封存过操作记录，没有可以对的` };
  if (number < chain.from.number) {
    const words = `文件从第 ${chain.from.number} 号开始，没有${holder}记的第 ${number} 号`;
    // Counts were sealed before seals could be followed; receipts named none then (BAL-22).
    if (holder === '封存包') return { holds: true, mind: true, words: `${words}，对不了` };
    return { holds: false, words: `${words}：前面的被拿掉了。${keep(holder)}` };
  }
  const there = hashAt(chain, number);
  if (there === null)
    return found(
      false,
      '',
      `${holder}记的是第 ${number} 号封存，文件里没有那么多：后面的被拿掉了。${keep(holder)}`,
    );
  return found(
    there === hash,
    `第 ${number} 号封存和${holder}上的一样：那以前的封存没有换过`,
    `第 ${number} 号封存和${holder}上的不一样：那以前的记录被改过。${keep(holder)}`,
  );
}

/** Whether the chain in a file holds and still contains the seal that a receipt or a bundle's header names (docs/verify.md). */
export function chainFindings(bytes: Uint8Array, audit: string | undefined, holder: Holder): Finding[] {
  try {
    const chain = readChain(bytes);
    return [endFinding(chain), headFinding(chain, audit, holder)];
  } catch (error) {
    if (error instanceof NoChain) return [{ holds: false, words: error.message }];
    throw error;
  }
}
