export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '首页' });
