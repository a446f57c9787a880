export default definePageConfig({ navigationBarTitleText: '放出的贷款', enablePullDownRefresh: true });
