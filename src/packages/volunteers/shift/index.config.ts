export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '志愿班次' });
