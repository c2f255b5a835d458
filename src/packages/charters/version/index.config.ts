export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '规约的版本' });
