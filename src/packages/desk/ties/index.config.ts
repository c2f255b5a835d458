export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '住户和房屋' });
