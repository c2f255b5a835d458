export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '打印' });
