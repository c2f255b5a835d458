export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '认领纸条' });
