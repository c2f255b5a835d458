export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '公约、规约' });
