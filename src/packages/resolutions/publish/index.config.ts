export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '公示结果' });
