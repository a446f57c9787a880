export default definePageConfig({ navigationBarTitleText: '届次管理' });
