export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '起草修改' });
