export default definePageConfig({ navigationBarTitleText: '改通知' });
