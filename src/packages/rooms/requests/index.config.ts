export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '等同意的预约' });
