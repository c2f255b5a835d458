export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '记下一步' });
