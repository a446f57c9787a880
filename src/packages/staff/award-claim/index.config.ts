export default definePageConfig({
  navigationBarTitleText: '核对认领',
  enablePullDownRefresh: true,
});
