import type { Label } from '#schema/language.ts';

/** The words of the page about the endpoints. */
export const apiWords = {
  title: { zh: '接口', en: 'Endpoints' },
  intro: {
    zh: '每个表单也是一个接口：用链接里的凭证，以 JSON 提交。编号由提交的一方生成，同一编号只算一次。',
    en: 'Each form is an endpoint too: send JSON with the token of a link. The sender makes the id; one id counts once.',
  },
  document: { zh: 'OpenAPI 3.1 说明', en: 'OpenAPI 3.1 document' },
  token: { zh: '链接里的凭证（t=…）', en: 'The token of a link (t=…)' },
  choose: { zh: '接口', en: 'Endpoint' },
  body: { zh: '提交的内容', en: 'Body' },
  send: { zh: '提交', en: 'Send' },
  newId: { zh: '换一个编号', en: 'Another id' },
  realRows: {
    zh: '这里提交的会真的登记到表格里。',
    en: 'What is sent here is really written into the sheet.',
  },
  answer: { zh: '答复', en: 'Answer' },
  fields: { zh: '栏目', en: 'Fields' },
  needed: { zh: '必填', en: 'required' },
  list: { zh: '从名单里选', en: 'a name on a list' },
  problems: { zh: '不成时的答复', en: 'When it is not taken' },
  noScript: {
    zh: '在这里试用要开启 JavaScript；说明都在下面。',
    en: 'Trying it here needs JavaScript; the description stands below.',
  },
} as const satisfies Readonly<Record<string, Label>>;
