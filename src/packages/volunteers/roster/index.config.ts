export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '排班表' });
