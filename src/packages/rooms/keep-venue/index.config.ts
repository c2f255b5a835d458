export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '登记地方' });
