/** Tracks of the 2025 contest; `regions` null: common to all but the zone, which ran exactly its three. */
export const tracks = [
  { code: 'modern_services', zh: '现代服务', kind: 'common' },
  { code: 'rural_revitalisation', zh: '乡村振兴', kind: 'common' },
  { code: 'silver_economy', zh: '银发经济', kind: 'common' },
  { code: 'advanced_manufacturing', zh: '先进制造', kind: 'region' },
  { code: 'micro_audiovisual', zh: '微视听创意', kind: 'region' },
  { code: 'digital_city', zh: '城市发展与数字化转型', kind: 'region' },
  { code: 'livelihood', zh: '民生改善', kind: 'region' },
  { code: 'smart_manufacturing', zh: '智能制造', kind: 'region' },
  { code: 'green_economy', zh: '绿色经济', kind: 'region' },
  { code: 'heritage_creative', zh: '非遗文创', kind: 'region' },
] as const;
