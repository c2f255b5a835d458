import { Text } from '@tarojs/components';
import { Notice, type NoticeProps } from '@/components/notice/notice';
import { CopyEvidence } from './copy-evidence';
import type { Proof } from './seal-proof';

type Said = Pick<NoticeProps, 'tone' | 'icon' | 'title'> & { words: string };

const SHOW_IT = '请点“复制这张回执”，发给社区和街道，凭它可以要求查票。';
const bad = (title: string, words: string): Said => ({
  tone: 'brand',
  icon: 'cross',
  title,
  words,
});

/** One sentence with what was found, and what to do. */
function wordsOf(proof: Proof): Said {
  switch (proof.found) {
    case 'counted': {
      const words = `这是您的手机自己算出来的。封存码 ${proof.code}，可以和邻居、公告上的对一对。`;
      return { tone: 'leaf', icon: 'check', title: '您这一票算进去了', words };
    }
    case 'taken': {
      const words = `封存的名单里有您，这是您的手机自己算出来的。票上投的什么另外封存，谁也对不上是谁的。封存码 ${proof.code}，可以和邻居、公告上的对一对。`;
      return { tone: 'leaf', icon: 'check', title: '您这一票收下了', words };
    }
    case 'later': {
      const words = `手机里留的是第 ${proof.kept} 次的回执。您后来要是没有改过票，${SHOW_IT}`;
      return { tone: 'clay', icon: 'circle', title: `算进去的是第 ${proof.revision} 次投的`, words };
    }
    case 'aside': {
      const words = `您家说过这张纸质票不是你们的意思。要是没有说过，${SHOW_IT}`;
      return { tone: 'clay', icon: 'circle', title: '这张纸质票作废了，没有算进去', words };
    }
    case 'older':
      return bad(
        '您改过的票没有算进去',
        `算进去的是第 ${proof.revision} 次投的，您最后投的是第 ${proof.kept} 次。${SHOW_IT}`,
      );
    case 'missing':
      return bad('没有找到您这一票', SHOW_IT);
    case 'changed':
      return bad('算进去的和您的回执不是同一票', SHOW_IT);
    case 'unsealed':
      return bad('封存的结果对不上', `给手机看的和封存的不一样。${SHOW_IT}`);
    case 'other-key': {
      const words = `封存用的钥匙和您回执上的不是同一把。请问社区是不是换过钥匙。没有换过的话，${SHOW_IT}`;
      return { tone: 'clay', icon: 'circle', title: '还不能确定', words };
    }
    case 'no-receipt':
      return bad('手机里的回执不完整', '不能用它核对。请找以前复制出去的那一份，拿给社区核对。');
  }
}

const NO_EVIDENCE: readonly Proof['found'][] = ['counted', 'taken', 'no-receipt'];

interface ProofOutcomeProps {
  proof: Proof;
  line: string;
  kept: boolean;
  /** Why a later revision counts, where the server knows (BAL-26). */
  why?: string;
}

export function ProofOutcome({ proof, line, kept, why }: ProofOutcomeProps) {
  const { words, ...said } = wordsOf(proof);
  return (
    <>
      <Notice {...said}>
        <Text>
          {proof.found === 'later' && why ? `${why}不是这样的话，${SHOW_IT}` : words}
          {kept ? '' : '这部手机没有留下投票时的回执，用的是服务器给的那一份。'}
        </Text>
      </Notice>
      {!NO_EVIDENCE.includes(proof.found) && <CopyEvidence line={line} />}
    </>
  );
}
