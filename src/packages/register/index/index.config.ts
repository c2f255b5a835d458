export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '名册' });
