export default definePageConfig({ navigationBarTitleText: '创业孵化基地', enableShareAppMessage: true });
