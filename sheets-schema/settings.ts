import type { Label } from './language.ts';
import { numberFrom } from './spelling.ts';

/** A threshold or word of the school's own, with its unit, default and where the default comes from. */
export type Setting =
  | {
      readonly kind: 'number';
      readonly title: Label;
      readonly unit: Label;
      readonly default: number;
      /** A regulation, a practice or a report R1–R5. */
      readonly source: string;
    }
  | {
      readonly kind: 'text';
      readonly title: Label;
      readonly default: string;
      /** The only words allowed, such as 启用 and 停用; any text when absent. */
      readonly words?: readonly string[];
      /** Whether a text will do; any when absent. */
      readonly accepts?: (said: string) => boolean;
      readonly source: string;
    };

export type SettingsOf = Readonly<Record<string, Setting>>;

/** Reads settings by key (`repairs.minorHours`); asking for one that nobody declared throws. */
export interface Settings {
  number(key: string): number;
  text(key: string): string;
  /** Every setting that can be asked for, by full key. */
  readonly declared: ReadonlyMap<string, Setting>;
}

/** 启用 or 停用: each register can be switched off. */
export const useSetting: Setting = {
  kind: 'text',
  title: { zh: '启用或停用', en: 'On or off' },
  default: '启用',
  words: ['启用', '停用'],
  source: '学校',
};

/** Who decides about the requests of a register. */
const decidersSetting: Setting = {
  kind: 'text',
  title: { zh: '谁审批（姓名，空着按职务）', en: 'Who decides (names; blank: by position)' },
  default: '',
  source: '学校',
};

/** 试运行: rows older than this day are quiet. */
export const quietUntilSetting: Setting = {
  kind: 'text',
  title: { zh: '此日以前的旧记录不检查', en: 'Rows before this day are quiet' },
  default: '',
  source: '学校',
};

/** A threshold counted in days. */
export function inDays(title: Label, days: number, source: string): Setting {
  return { kind: 'number', title, unit: { zh: '天', en: 'days' }, default: days, source };
}

/** A threshold counted in hours. */
export function inHours(title: Label, hours: number, source: string): Setting {
  return { kind: 'number', title, unit: { zh: '小时', en: 'h' }, default: hours, source };
}

function isTimeZone(said: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whether a text is hours of a day: `07:00-18:00`, or 全天. */
export function isHours(said: string): boolean {
  const time = '(?:[01]\\d|2[0-4]):[0-5]\\d';
  return said === '全天' || new RegExp(`^${time}-${time}$`).test(said);
}

/** How much intake takes in a minute before it asks to wait. A school is one address, so the usual is high. */
function perMinute(title: Label, submissions: number) {
  return {
    kind: 'number',
    title,
    unit: { zh: '份', en: 'submissions a minute' },
    default: submissions,
    source: '惯例',
  } as const;
}

/** Settings of the frame itself; a register declares its own in its file. */
export const frameSettings = {
  schoolName: {
    kind: 'text',
    title: { zh: '学校名称', en: 'School' },
    default: '××学校',
    source: '学校',
  },
  department: {
    kind: 'text',
    title: { zh: '部门名称', en: 'Department' },
    default: '后勤处',
    source: '学校',
  },
  director: {
    kind: 'text',
    title: { zh: '后勤主任', en: 'Director' },
    default: '',
    source: '学校',
  },
  directorMail: {
    kind: 'text',
    title: { zh: '后勤主任邮箱', en: "Director's mail" },
    default: '',
    source: '学校',
  },
  slogan: { kind: 'text', title: { zh: '工作口号', en: 'Motto' }, default: '', source: '学校' },
  timeZone: {
    kind: 'text',
    title: { zh: '时区', en: 'Time zone' },
    default: 'Asia/Shanghai',
    accepts: isTimeZone,
    source: '学校',
  },
  students: {
    kind: 'number',
    title: { zh: '学生人数', en: 'Students' },
    unit: { zh: '人', en: 'people' },
    default: 0,
    source: '学校',
  },
  restSeconds: {
    kind: 'number',
    title: { zh: '填写停顿后检查', en: 'Check a row after it has rested' },
    unit: { zh: '秒', en: 's' },
    default: 60,
    source: '惯例',
  },
  findingLanguage: {
    kind: 'text',
    title: {
      zh: '表格里检查结果的语言（中文，或中文和英文）',
      en: 'Findings beside rows (中文: in Chinese, 中文和英文: in Chinese and English)',
    },
    default: '中文',
    words: ['中文', '中文和英文'],
    source: '学校',
  },
  pollSeconds: {
    kind: 'number',
    title: {
      zh: '上班时间每隔多久看一次表',
      en: 'How often the sheets are looked at in working hours',
    },
    unit: { zh: '秒', en: 's' },
    default: 10,
    source: '惯例',
  },
  pollHours: {
    kind: 'text',
    title: { zh: '上班时间（全天，或如 07:00-18:00）', en: 'Working hours (全天, or 07:00-18:00)' },
    default: '07:00-18:00',
    accepts: isHours,
    source: '惯例',
  },
  closingDay: {
    kind: 'number',
    title: { zh: '每月几号结上个月的账', en: 'Day on which the month before is closed' },
    unit: { zh: '号', en: 'of the month' },
    default: 5,
    source: '惯例',
  },
  archiveMonths: {
    kind: 'number',
    title: {
      zh: '已结的行过几个月移入学年档案',
      en: 'Months after which closed rows move to the archive of their school year',
    },
    unit: { zh: '个月', en: 'months' },
    default: 12,
    source: '惯例',
  },
  auditMonths: {
    kind: 'number',
    title: {
      zh: '改动记录在表格里留几个月，再早的压缩存放',
      en: 'Months of changes kept in spreadsheets; older ones are compressed',
    },
    unit: { zh: '个月', en: 'months' },
    default: 3,
    source: '惯例',
  },
  linkPerMinute: perMinute({ zh: '一个链接一分钟最多', en: 'By one link at most' }, 6000),
  addressPerMinute: perMinute(
    { zh: '一个网络地址一分钟最多', en: 'From one address at most' },
    6000,
  ),
  networkPerMinute: perMinute({ zh: '一个网段一分钟最多', en: 'From one network at most' }, 12_000),
} as const satisfies SettingsOf;

/** What the list of settings must know of a register. */
export interface SettingsOwner {
  readonly key: string;
  readonly title: Label;
  readonly alwaysOn?: boolean;
  readonly settings?: SettingsOf;
  readonly approval?: object;
}

/**
 * Every declared setting by its full key: the frame's by name, a register's as `register.name`, each
 * register's switch and trial date (switches.ts) before its own.
 */
export function declaredSettings(
  registers: readonly SettingsOwner[],
): ReadonlyMap<string, Setting> {
  const own = registers.flatMap((register) =>
    Object.entries({
      ...(register.alwaysOn === true ? {} : { use: useSetting }),
      quietUntil: quietUntilSetting,
      ...(register.approval ? { deciders: decidersSetting } : {}),
      ...register.settings,
    }).map(
      ([name, setting]) =>
        [
          `${register.key}.${name}`,
          {
            ...setting,
            title: {
              zh: `${register.title.zh}：${setting.title.zh}`,
              en: `${register.title.en}: ${setting.title.en}`,
            },
          },
        ] as const,
    ),
  );
  return new Map<string, Setting>([...Object.entries(frameSettings), ...own]);
}

/** What a tab says for a setting, or `undefined` when it says nothing usable. */
export function readSetting(
  setting: Setting,
  said: string | number | undefined,
): string | number | undefined {
  if (said === undefined) return undefined;
  if (setting.kind === 'number')
    return typeof said === 'number' ? said : numberFrom(said, setting.unit.zh);
  const words = String(said).trim();
  const fits = setting.words?.includes(words) ?? setting.accepts?.(words) ?? true;
  return words !== '' && fits ? words : undefined;
}

/**
 * Settings from what the 设置 tab says, with the declared default where it says nothing usable.
 * @param stated values by full key, as read from the tab
 */
export function settingsFrom(
  declared: ReadonlyMap<string, Setting>,
  stated: ReadonlyMap<string, string | number>,
): Settings {
  const saidOrDefault = (key: string, kind: Setting['kind']): string | number => {
    const setting = declared.get(key);
    if (setting === undefined) throw new Error(`settings: nobody declared "${key}"`);
    if (setting.kind !== kind)
      throw new Error(`settings: "${key}" is a ${setting.kind}, asked for as a ${kind}`);
    return readSetting(setting, stated.get(key)) ?? setting.default;
  };
  return {
    declared,
    number: (key) => Number(saidOrDefault(key, 'number')),
    text: (key) => String(saidOrDefault(key, 'text')),
  };
}
