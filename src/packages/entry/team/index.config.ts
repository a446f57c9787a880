export default definePageConfig({
  navigationBarTitleText: '团队成员',
  enableShareAppMessage: true,
});
