export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '主持现场' });
