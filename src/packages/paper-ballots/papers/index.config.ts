export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '纸质票' });
