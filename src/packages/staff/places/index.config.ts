export default definePageConfig({ navigationBarTitleText: '基地看板' });
