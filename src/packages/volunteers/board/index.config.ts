export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '到岗情况' });
