export default definePageConfig({
  navigationBarTitleText: '赛场',
  enableShareAppMessage: true,
});
