export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '注销账号' });
