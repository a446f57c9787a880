export default definePageConfig({
  navigationBarTitleText: '打印我能享受的政策',
});
