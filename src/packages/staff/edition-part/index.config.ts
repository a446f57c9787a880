export default definePageConfig({ navigationBarTitleText: '大赛规定' });
