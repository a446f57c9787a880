export default definePageConfig({
  navigationBarTitleText: '确认柜台代填',
});
