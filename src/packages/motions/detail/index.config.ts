export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '表决' });
