export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '场地' });
