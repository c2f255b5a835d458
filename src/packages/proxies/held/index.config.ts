export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '我受托的' });
