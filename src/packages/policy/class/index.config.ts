export default definePageConfig({ navigationBarTitleText: '培训班', enableShareAppMessage: true });
