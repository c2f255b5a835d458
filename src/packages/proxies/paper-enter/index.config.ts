export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '登记委托书' });
