export default definePageConfig({ navigationBarTitleText: '扶持政策申报' });
