export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '决议' });
