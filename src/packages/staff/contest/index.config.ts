export default definePageConfig({
  navigationBarTitleText: '赛场设置',
});
