export default definePageConfig({ enablePageMeta: true, navigationBarTitleText: '核对名册' });
