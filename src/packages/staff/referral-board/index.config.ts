export default definePageConfig({ navigationBarTitleText: '上级赛事推荐' });
