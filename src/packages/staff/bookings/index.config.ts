export default definePageConfig({ navigationBarTitleText: '预约登记' });
