export default definePageConfig({ navigationBarTitleText: '政策草稿' });
