export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '定本地办法' });
