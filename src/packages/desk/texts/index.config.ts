export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '待审文字' });
