export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '报到' });
