export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '公布账单' });
