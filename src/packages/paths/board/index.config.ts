export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '法定步骤' });
