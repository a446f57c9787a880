export default definePageConfig({ navigationBarTitleText: '名称和用词' });
