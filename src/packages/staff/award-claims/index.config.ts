export default definePageConfig({
  navigationBarTitleText: '往届获奖认领',
  enablePullDownRefresh: true,
});
