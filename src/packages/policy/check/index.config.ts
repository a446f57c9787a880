export default definePageConfig({ navigationBarTitleText: '能享受哪些政策' });
