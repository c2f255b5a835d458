export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '委托别人投票' });
