export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '登记纸质票' });
