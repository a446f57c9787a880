export default definePageConfig({
  navigationBarTitleText: '报名条件自查',
});
