export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '个人信息' });
