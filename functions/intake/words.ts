import type { ColumnKind } from '#schema/columns.ts';
import type { Label } from '#schema/language.ts';

/** The frame's own words; those of a register stand in its file. */
export const words = {
  required: { zh: '必填', en: 'required' },
  optional: { zh: '选填', en: 'optional' },
  fillIn: { zh: '请填写', en: 'Please fill in' },
  submit: { zh: '提交', en: 'Submit' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  retryNow: { zh: '现在重试', en: 'Try again now' },
  choose: { zh: '请选择', en: 'Please choose' },
  notChosen: { zh: '不选', en: 'Leave blank' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  searchList: { zh: '输入几个字查找', en: 'Type to search' },
  photoHelp: {
    zh: '照片先存进学校云盘，再把链接粘贴到这里',
    en: 'Save it in the school’s drive first, then paste its link here',
  },
  nothingFound: { zh: '名单里没有', en: 'Not on the list' },
  error: { zh: '有误：', en: 'Error: ' },
  mend: { zh: '请先改好下面几处', en: 'Please mend the following' },
  waiting: {
    zh: '网络不通，还没有送到。您填的内容已保存在这台设备上，会自动再送。',
    en: 'Not sent yet: no connection. What you typed is kept on this device and will be sent again.',
  },
  serverBusy: {
    zh: '系统现在忙，还没有收到。请稍后再按一次“提交”，不会重复。',
    en: 'Not received yet: the system is busy. Press Submit again in a moment; it counts once.',
  },
  waitingHere: {
    zh: '网络不通，还没有送到。这个浏览器存不住内容，请不要关掉这一页，会自动再送。',
    en: 'Not sent yet: no connection. This browser keeps nothing, so do not close this page; it will be sent again.',
  },
  aside: { zh: '先存着，再填一份', en: 'Keep it and fill in another' },
  scan: { zh: '扫码', en: 'Scan' },
  noCode: { zh: '没有认出码，请靠近再拍一次', en: 'No code was found. Move closer and try again' },
  lastTime: { zh: '上次：', en: 'Last time: ' },
  elsewhere: {
    zh: '在微信这类软件里能填能交，但要一直有网络。没有网络、拍不了照或要扫码时，请复制链接，到手机自带的浏览器里打开。',
    en: 'Inside a chat app this form works while there is a network. Without one, or when the camera does not open, copy the link and open it in the phone’s own browser.',
  },
  endsSoon: {
    zh: '15 秒后清空，点一下屏幕继续填',
    en: 'Cleared in 15 seconds. Touch the screen to go on',
  },
  thisLink: { zh: '本页链接', en: 'Link to this page' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  keptForNewLink: {
    zh: '您填过还没有送出的内容仍存在这台设备上，打开新的链接就会带过来。',
    en: 'What you typed and did not send is still on this device. Open the new link and it comes back.',
  },
  restored: { zh: '已恢复您上次没有送出的内容。', en: 'Restored what you had not sent yet.' },
  clear: { zh: '清空重填', en: 'Start afresh' },
  sentBefore: {
    zh: '刚才那份已经收到，没有改动。如果这是另外一份，请再按一次“提交”。',
    en: 'The earlier one was received and stands. If this is another one, press Submit again.',
  },
  pageTooOld: {
    zh: '这一页已过期，您填的内容还在，请再按一次“提交”。',
    en: 'This page was too old. What you typed is still here: press Submit again.',
  },
  receipt: { zh: '已收到', en: 'Received' },
  received: { zh: '已登记', en: 'Received' },
  openReceipt: { zh: '看回执', en: 'Receipt' },
  receiptIntro: {
    zh: '我们已经收到您填的内容。请收藏本页或截图保存。',
    en: 'We have received what you sent. Keep this page or take a screenshot.',
  },
  receiptNumber: { zh: '回执号', en: 'Receipt' },
  whatWasSent: { zh: '您填的内容', en: 'What you sent' },
  detailsLater: {
    zh: '内容已经收到，只是现在读不出来，请稍后刷新本页。',
    en: 'It has been received, but cannot be shown now. Please reload later.',
  },
  track: { zh: '查看办理进度', en: 'See what happens to it' },
  again: { zh: '再填一份', en: 'Fill in another one' },
  progress: { zh: '办理进度', en: 'Progress' },
  hasPhoto: { zh: '有照片', en: 'With a photo' },
  leaveBlank: { zh: '请不要填写', en: 'Leave this blank' },
  trapped: {
    zh: '没有收下：有一栏不该填的被自动填上了，现已清空。请再按一次“提交”。',
    en: 'Not received: a field that must stay blank had been filled in by itself. It is blank now: press Submit again.',
  },
  tooMany: {
    zh: '现在提交的人太多，还没有收下。请稍等再按一次“提交”，不会重复。',
    en: 'Too many at once: not received yet. Press Submit again in a moment; it counts once.',
  },
  promised: { zh: '承诺', en: 'Promised by' },
  owner: { zh: '经办', en: 'With' },
  notSolvedTitle: { zh: '还没解决？', en: 'Not solved?' },
  notSolvedWords: { zh: '哪里还不行（可不填）', en: 'What still fails (may stay blank)' },
  starsTitle: { zh: '办得怎么样？', en: 'How was it?' },
  starsSend: { zh: '评价', en: 'Rate' },
  star: { zh: '星', en: 'stars' },
  yourStars: { zh: '您的评价', en: 'Your rating' },
  heardAgain: {
    zh: '已记下，会再安排人处理。',
    en: 'Noted: somebody will see to it again.',
  },
  heardStars: { zh: '谢谢您的评价。', en: 'Thank you for your rating.' },
  cannotSayNow: {
    zh: '现在的进度不能这样反馈，请看上面的最新进度。',
    en: 'This cannot be said at this stage: see the present state above.',
  },
  chooseStars: { zh: '请先选几颗星。', en: 'Choose the stars first.' },
  notSaid: { zh: '未填', en: 'Not given' },
  noneYet: { zh: '暂无', en: 'Not yet' },
  masked: { zh: '个人信息已打码。', en: 'Personal data is masked.' },
  forms: { zh: '可填的表', en: 'Forms' },
  formsIntro: { zh: '请选一份来填。', en: 'Choose one to fill in.' },
  beside: { zh: '同一登记簿的其他表', en: 'Other forms of this register' },
  batches: { zh: '一次填多行', en: 'Many rows at once' },
  copyIns: { zh: '纸质补录', en: 'Copy in from paper' },
  papers: { zh: '打印台账', en: 'Print' },
  noForms: {
    zh: '这个链接现在没有可填的表，请向后勤处要新的链接。',
    en: 'There is no form for this link. Ask the logistics office for a new one.',
  },
  otherLanguage: { zh: 'English', en: '中文' },
  noLink: {
    zh: '缺少链接里的凭证。请重新扫码，或从收到的链接打开。',
    en: 'The link is incomplete. Scan the code again or open the link you were sent.',
  },
  wrongLink: {
    zh: '这个链接无效或已过期，请向后勤处要新的链接。',
    en: 'This link is not valid any more. Ask the logistics office for a new one.',
  },
  linkRevoked: {
    zh: '这个链接已停用，没有收下。请向后勤处要新的链接；您填的内容还留着。',
    en: 'This link has been switched off; nothing was taken. Ask the logistics office for a new one; what you typed is kept here.',
  },
  linkOver: {
    zh: '这个链接已过期，没有收下。请向后勤处要新的链接；您填的内容还留着。',
    en: 'This link has expired; nothing was taken. Ask the logistics office for a new one; what you typed is kept here.',
  },
  linkShut: {
    zh: '这个链接已停用。请扫现在的码，或向后勤处要新的链接。',
    en: 'This link has been switched off. Scan the present code, or ask the logistics office for a new link.',
  },
  unknownCode: {
    zh: '没有这个短码，请核对或改扫二维码。',
    en: 'There is no such code: check it, or scan the square code instead.',
  },
  notForThisForm: {
    zh: '这个链接不能填这份表，请向后勤处要对应的链接。',
    en: 'This link does not open this form. Ask the logistics office for the right one.',
  },
  unknownForm: {
    zh: '没有这份表。请核对网址，或问后勤处。',
    en: 'There is no such form. Check the address, or ask the logistics office.',
  },
  notFound: { zh: '没有这一页，请核对网址。', en: 'There is no such page. Check the address.' },
  rowChain: { zh: '来龙去脉', en: 'Where it came from and what came of it' },
  openInSheet: { zh: '在表格里打开这一行', en: 'Open this row in the sheet' },
  chainOfOne: { zh: '没有别的记录与它相连。', en: 'No other record is linked with it.' },
  rowGone: {
    zh: '这条记录已归档或已被删除，查不到了。有疑问请联系后勤处。',
    en: 'This record was archived or deleted. Please ask the logistics office.',
  },
  kept: {
    zh: '已收到并保存。表格暂时连不上，恢复后会自动登记，不用再填。',
    en: 'Received and kept. The sheets cannot be reached now; it is entered as soon as they can.',
  },
  googleOut: {
    zh: '系统暂时连不上表格，请稍后再试。',
    en: 'The spreadsheets cannot be reached now. Please try again later.',
  },
  wrongValues: { zh: '有几处需要改正。', en: 'Some fields need mending.' },
  different: {
    zh: '同一编号已收到过，内容不同；先收到的为准。',
    en: 'This id was received before with other values; the first stands.',
  },
  notJson: { zh: '内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  notForm: {
    zh: '内容不完整，请再提交一次。',
    en: 'The form did not arrive whole. Send it again.',
  },
  wrongType: { zh: '内容类型不对。', en: 'Unsupported content type.' },
  wrongMethod: { zh: '这个网址不接受这种请求。', en: 'This address does not take that method.' },
  tooLarge: { zh: '内容太大，请分几次提交。', en: 'Too large. Please send it in parts.' },
  idNeeded: { zh: '编号应为 UUID', en: 'The id must be a UUID' },
  valuesNeeded: { zh: '应为“栏名：内容”', en: 'Values must be an object of columns' },
  retryNeeded: { zh: '应为 true 或 false', en: 'Must be true or false' },
  broken: {
    zh: '系统出错了，已记录。请稍后再试。',
    en: 'Something went wrong and was recorded. Please try again later.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** What is said of a register that is switched off in 设置. */
export function switchedOffWords(title: Label): Label {
  return {
    zh: `学校已停用“${title.zh}”，这里登记不了；需要登记请找后勤处。`,
    en: `The school has switched off “${title.en}”; nothing is recorded here. Ask the logistics office if you need it.`,
  };
}

/** How a value is typed where a field is plain text. */
export const examples: { readonly [K in ColumnKind]?: Label } = {
  moment: { zh: '2026-11-24 14:30', en: '2026-11-24 14:30' },
  date: { zh: '2026-11-24', en: '2026-11-24' },
  time: { zh: '14:30', en: '14:30' },
};

/** Why personal columns are asked, and how long they stay (hard point 10). */
export function purposeOf(titles: Label, months: number | undefined): Label {
  const kept =
    months === undefined
      ? { zh: '', en: '' }
      : {
          zh: `，${months} 个月后删除`,
          en: ` and deleted after ${months} month${months === 1 ? '' : 's'}`,
        };
  return {
    zh: `${titles.zh}只用于办理本事项${kept.zh}。`,
    en: `Used only to deal with this matter${kept.en}: ${titles.en}.`,
  };
}
