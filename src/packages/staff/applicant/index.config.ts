export default definePageConfig({
  navigationBarTitleText: '申请人的政策情况',
  enablePullDownRefresh: true,
});
