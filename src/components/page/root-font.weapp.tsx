import { PageMeta } from '@tarojs/components';

/** WeChat: 1rem for this page; its config needs `enablePageMeta: true`. */
export function RootFont({ px }: { px: number }) {
  return <PageMeta rootFontSize={`${px}px`} />;
}
