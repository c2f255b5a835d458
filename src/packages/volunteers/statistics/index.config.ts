export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '志愿统计' });
