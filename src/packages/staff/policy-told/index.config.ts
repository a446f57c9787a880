export default definePageConfig({ navigationBarTitleText: '谁收到了' });
