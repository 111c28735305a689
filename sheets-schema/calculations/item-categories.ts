/** What the stores hold, by kind; the finance office keeps its stock accounts by the same (账账相符). */
export const itemCategories = {
  cleaning: { zh: '清洁用品', en: 'Cleaning' },
  repair: { zh: '维修配件', en: 'Repair parts' },
  office: { zh: '办公用品', en: 'Office' },
  teaching: { zh: '教学用品', en: 'Teaching' },
  dorm: { zh: '宿舍用品', en: 'Dorms' },
  canteen: { zh: '食堂物资', en: 'Canteen' },
  medical: { zh: '医务用品', en: 'Medical' },
  other: { zh: '其他', en: 'Other' },
};
