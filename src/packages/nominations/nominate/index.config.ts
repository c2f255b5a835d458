export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '推荐' });
