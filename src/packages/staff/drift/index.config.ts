export default definePageConfig({
  navigationBarTitleText: '规定差异',
});
