export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '核对委托书' });
