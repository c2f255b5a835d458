export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '会议纪要' });
