export default definePageConfig({
  navigationBarTitleText: '县域赛场',
  enableShareAppMessage: true,
});
