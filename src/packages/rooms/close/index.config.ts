export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '哪几天不开' });
