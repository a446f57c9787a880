export default definePageConfig({ navigationBarTitleText: '贴息清单', enablePullDownRefresh: true });
