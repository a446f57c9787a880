export default definePageConfig({ navigationBarTitleText: '创业补贴申报', enablePullDownRefresh: true });
