export default definePageConfig({
  navigationBarTitleText: '补报码',
  enablePullDownRefresh: true,
});
