export default definePageConfig({
  navigationBarTitleText: '查找项目',
  enablePullDownRefresh: true,
});
