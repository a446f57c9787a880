export default definePageConfig({ navigationBarTitleText: '贴息政策说明与示例', enableShareAppMessage: true });
