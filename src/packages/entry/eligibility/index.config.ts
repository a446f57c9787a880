export default definePageConfig({
  navigationBarTitleText: '能不能报',
});
