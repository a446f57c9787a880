export default definePageConfig({
  navigationBarTitleText: '首页',
  navigationBarBackgroundColor: '#221A16',
  navigationBarTextStyle: 'white',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
});
