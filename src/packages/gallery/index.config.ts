export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '组件' });
