export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '我的志愿档案' });
