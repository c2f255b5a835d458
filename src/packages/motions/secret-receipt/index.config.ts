export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '投票回执' });
