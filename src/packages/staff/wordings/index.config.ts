export default definePageConfig({ navigationBarTitleText: '通知怎么写' });
