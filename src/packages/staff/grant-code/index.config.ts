export default definePageConfig({
  navigationBarTitleText: '发邀请码',
  enableShareAppMessage: true,
});
