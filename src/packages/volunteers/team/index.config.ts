export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '志愿队伍' });
