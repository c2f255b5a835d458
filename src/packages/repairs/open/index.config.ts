export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '报紧急维修' });
