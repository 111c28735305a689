import { choice, code, date, photo, reference, text } from '../../columns.ts';
import { demoCertificates } from '../../demo/certificates.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import {
  certificateExpires,
  certificateKinds,
  certificatesAsked,
  certificatesAtWork,
  heldBy,
  latestCertificates,
  withoutCertificate,
} from '../../rules/certified.ts';
import { inOrder } from '../../rules/in-order.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  person: reference('people', { zh: '持证人', en: 'Held by' }, { required: true }),
  kind: choice({ zh: '证件', en: 'Certificate' }, certificateKinds, { required: true }),
  number: code({ zh: '证号', en: 'Number' }, { personal: true }),
  issued: date({ zh: '发证日期', en: 'Issued' }),
  until: date(
    { zh: '有效期至', en: 'Valid until' },
    { required: true, help: { zh: '换了新证另写一行', en: 'A renewed one is a new row' } },
  ),
  scan: photo({ zh: '扫描件', en: 'Scan' }, { personal: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/**
 * 证件证书 Certificates (B1). Who handles food has a health certificate renewed each year (食品安全法 第四十五条);
 * who drives, guards or works on electricity has the licence of the trade (道路交通安全法 第十九条、保安服务管理条例
 * 第十六条、安全生产法 第三十条).
 */
export const certificates = defineRegister({
  key: 'certificates',
  title: { zh: '证件证书', en: 'Certificates' },
  purpose: {
    zh: '健康证明、驾驶证、电工证等的证号和有效期，到期前提醒',
    en: 'Health, driving, electrical and other certificates; a reminder before they expire',
  },
  workbook: 'people',
  columns,
  rules: [
    withoutCertificate,
    certificateExpires,
    inOrder({ from: 'issued', until: 'until' }),
    unique({
      columns: ['person', 'kind', 'until'],
      message: (said) => ({
        zh: `${clip(said, 8)}同一证件写了两行，请删一行`,
        en: `${said}: the same certificate twice, delete one`,
      }),
    }),
  ],
  settings: {
    soonDays: inDays({ zh: '到期前提醒', en: 'Remind before it expires by' }, 30, '惯例'),
    healthFor: {
      kind: 'text',
      title: { zh: '要健康证明的班组或职务', en: 'Who needs a health certificate' },
      default: '食堂',
      source: '食品安全法第四十五条',
    },
    driverFor: {
      kind: 'text',
      title: { zh: '要驾驶证的班组或职务', en: 'Who needs a driving licence' },
      default: '司机',
      source: '道路交通安全法第十九条',
    },
    guardFor: {
      kind: 'text',
      title: { zh: '要保安员证的班组或职务', en: "Who needs a guard's certificate" },
      default: '保安',
      source: '保安服务管理条例第十六条',
    },
    electricianFor: {
      kind: 'text',
      title: { zh: '要电工证的班组或职务', en: "Who needs an electrician's certificate" },
      default: '电工、水电工',
      source: '安全生产法第三十条',
    },
  },
  figures: {
    held: listed({
      title: { zh: '登记证件', en: 'Certificates' },
      unit: { zh: '本', en: 'certificates' },
      counts: { zh: '登记的证件', en: 'Certificates entered' },
    }),
    valid: listedShare({
      title: { zh: '登记证件有效率', en: 'Certificates in force' },
      counts: { zh: '登记的证件中今天仍有效的', en: 'Of those entered, in force today' },
      where: (row, world) => textAt(row, 'until') >= world.now.slice(0, 10),
    }),
    certified: {
      title: { zh: '持证上岗率', en: 'Posts with a valid certificate' },
      unit: { zh: '%', en: '%' },
      counts: {
        zh: '期末在岗且岗位要证的人员中，证件有效的',
        en: 'Of those whose post asks for one at the end of the period, with a valid one',
      },
      better: 'higher',
      form: 'share',
      target: 100,
      measure: (rows, period, world) => {
        const whole = certificatesAsked(world, period.to);
        const last = new Map(latestCertificates(rows).map((row) => [heldBy(row), row]));
        const part = whole.flatMap(({ person, kind }) => {
          const own = last.get(`${person}|${kind}`);
          return own && textAt(own, 'until') >= period.to ? [own] : [];
        });
        return {
          value:
            rows.length === 0 || whole.length === 0
              ? undefined
              : (part.length / whole.length) * 100,
          part: part.length,
          whole: whole.length,
          rows: part.map(({ id }) => id),
        };
      },
    },
  },
  plan: { tasks },
  report: {
    section: 'people',
    sentences: ['登记证件{held}，持证上岗率{certified}。'],
    indicators: ['certified'],
    shortcomings: {
      certified: {
        says: '持证上岗没有做到全覆盖',
        effect: '用人不合规定，出了事责任不清',
        measure: '到期前一个月提醒本人换证，无证的先调离岗位',
      },
    },
  },
  retention: { number: { months: 36 }, scan: { months: 36 } },
  demo: demoCertificates,
});

/** What expires by the end of the month is renewed in it. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return certificatesAtWork(rows, world).flatMap((row): PlanTask[] => {
    const until = localDate.safeParse(textAt(row, 'until'));
    const kind = Object.entries(certificateKinds).find(([key]) => key === textAt(row, 'kind'))?.[1]
      .zh;
    if (!until.success || until.data > month.to || kind === undefined) return [];
    const late = until.data < month.from;
    return [
      {
        key: `certificates-${row.id}`,
        group: 'people',
        what: `换证：${textAt(row, 'person')} ${kind}`,
        standard: '新证登记存档',
        owner: textAt(row, 'person'),
        due: late ? month.from : until.data,
        ...(late ? { note: `${monthAndDay(until.data)}已过期`, carriedOver: true } : {}),
      },
    ];
  });
}
