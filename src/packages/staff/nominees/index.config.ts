export default definePageConfig({ navigationBarTitleText: '上级赛事提名' });
