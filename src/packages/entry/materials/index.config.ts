export default definePageConfig({
  navigationBarTitleText: '参赛材料',
});
