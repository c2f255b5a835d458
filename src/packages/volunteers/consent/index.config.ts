export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '监护人同意' });
