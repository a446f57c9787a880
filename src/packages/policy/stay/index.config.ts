export default definePageConfig({ navigationBarTitleText: '入驻' });
