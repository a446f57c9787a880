export default definePageConfig({ navigationBarTitleText: '付款清单', enablePullDownRefresh: true });
