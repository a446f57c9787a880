export default definePageConfig({
  navigationBarTitleText: '报名回执',
});
