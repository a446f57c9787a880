export default definePageConfig({
  navigationBarTitleText: '团队邀请',
});
