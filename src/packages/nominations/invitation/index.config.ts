export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '有人推荐您' });
