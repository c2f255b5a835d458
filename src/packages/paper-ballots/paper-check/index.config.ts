export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '核对纸质票' });
