export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '本地办法' });
