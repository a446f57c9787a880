export default definePageConfig({ navigationBarTitleText: '基地设置' });
