import type { Label } from '#schema/language.ts';

/** What is said of photos. */
export const photoWords = {
  take: { zh: '拍照', en: 'Take a photo' },
  pick: { zh: '选照片', en: 'Choose photos' },
  remove: { zh: '去掉这张照片', en: 'Remove this photo' },
  photo: { zh: '照片', en: 'Photo' },
  kept: { zh: '张照片已上传', en: 'photos uploaded' },
  help: {
    zh: '直接拍或从相册选，位置信息会去掉',
    en: 'Take or choose photos; the place they were taken is removed',
  },
  preparing: { zh: '正在处理照片…', en: 'Preparing the photo…' },
  uploading: { zh: '正在上传照片', en: 'Uploading photo' },
  notKept: {
    zh: '这个浏览器存不住照片：请在有网络时一次交完，不要关掉这一页。',
    en: 'This browser cannot keep photos: send while there is a network and do not close this page.',
  },
  unreadable: {
    zh: '这张照片打不开，请换一张或截图后再选',
    en: 'This photo cannot be opened. Choose another one or a screenshot of it',
  },
  tooLarge: {
    zh: '照片太大，最多 10 MB，请截图后再传',
    en: 'The photo is too large: at most 10 MB. Send a screenshot of it',
  },
  formTooLarge: {
    zh: '照片加起来太大，请少选几张分几次交',
    en: 'The photos are too large together. Send fewer at a time',
  },
  chooseAgain: {
    zh: '系统现在忙，还没有收到，照片要重新选一次。请稍后再按“提交”，不会重复。',
    en: 'Not received yet: the system is busy. Choose the photos again and press Submit in a moment; it counts once.',
  },
  chooseOnceMore: { zh: '照片要重新选一次。', en: 'Choose the photos again.' },
  heic: {
    zh: 'HEIC 照片收不了，请截图后再传，或在相机设置里选“兼容性最佳”',
    en: 'HEIC photos cannot be taken. Send a screenshot, or choose “Most Compatible” in the camera’s settings',
  },
  notPhoto: {
    zh: '这不是照片，请选 JPEG、PNG 或 WebP 图片',
    en: 'This is no photo. Choose a JPEG, PNG or WebP picture',
  },
  broken: {
    zh: '照片不完整，请重新选一次',
    en: 'The photo is not complete. Choose it again',
  },
  tooManyPixels: {
    zh: '照片的像素太多，请截图后再传',
    en: 'The photo has too many pixels. Send a screenshot of it',
  },
  tooMany: { zh: '照片最多 9 张', en: 'At most nine photos' },
  unknown: {
    zh: '照片还没有传上来，请再按一次“提交”',
    en: 'The photo has not arrived yet. Press Submit again',
  },
  ofOther: {
    zh: '这个照片编号已用在别的登记上',
    en: 'This photo id belongs to another entry',
  },
  idsNeeded: { zh: '编号应为 UUID', en: 'The ids must be UUIDs' },
  noPhotos: {
    zh: '这里现在收不了照片，请不带照片提交',
    en: 'Photos cannot be taken here now. Send it without photos',
  },
  noPhotoColumn: { zh: '这份表不收照片', en: 'This form takes no photos' },
} as const satisfies Readonly<Record<string, Label>>;
