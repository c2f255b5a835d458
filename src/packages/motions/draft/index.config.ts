export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '准备表决' });
