export default definePageConfig({ navigationBarTitleText: '未送达的提醒' });
