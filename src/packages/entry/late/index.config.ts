export default definePageConfig({
  navigationBarTitleText: '使用补报码',
});
