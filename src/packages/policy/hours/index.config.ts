export default definePageConfig({ navigationBarTitleText: '按小时预约', enableShareAppMessage: true });
