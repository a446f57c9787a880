export default definePageConfig({
  navigationBarTitleText: '认领获奖',
});
