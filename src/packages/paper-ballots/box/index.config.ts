export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '票箱' });
