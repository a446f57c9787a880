export default definePageConfig({
  navigationBarTitleText: '发补报码',
});
