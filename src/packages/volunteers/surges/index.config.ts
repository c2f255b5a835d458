export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '紧急召集' });
