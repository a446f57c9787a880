export default definePageConfig({ navigationBarTitleText: '我的情况' });
