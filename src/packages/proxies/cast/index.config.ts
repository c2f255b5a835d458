export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '代别人投票' });
