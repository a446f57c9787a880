export default definePageConfig({
  navigationBarTitleText: '授权与同意',
});
