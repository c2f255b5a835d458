export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '提议' });
