import { code, moment, text } from '../../columns.ts';
import type { Label } from '../../language.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, type Values } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { declaredSettings, readSetting, type Setting } from '../../settings.ts';
import type { LocalDateTime, RowId } from '../../values.ts';

const columns = {
  key: code({ zh: '编号', en: 'Key' }, { hidden: true, filledByCode: true }),
  name: text({ zh: '设置', en: 'Setting' }, { required: true, width: 260 }),
  value: text(
    { zh: '值', en: 'Value' },
    { help: { zh: '留空就用默认值', en: 'Blank means the default' } },
  ),
  unit: text({ zh: '单位', en: 'Unit' }, { filledByCode: true }),
  default: text({ zh: '默认值', en: 'Default' }, { filledByCode: true }),
  source: text({ zh: '依据', en: 'Source' }, { filledByCode: true, width: 200 }),
  previous: text({ zh: '上次的值', en: 'Value before' }, { filledByCode: true }),
  changed: moment({ zh: '改动时间', en: 'Changed' }, { filledByCode: true }),
  noted: text({ zh: '已记的值', en: 'Noted' }, { hidden: true, filledByCode: true }),
};

/** How a blank value is noted: the default counts. */
const byDefault = '（默认）';

/** What is entered beside a setting whose value is not the one that was noted last; a first value is only noted. */
export interface NotedSetting {
  readonly noted: string;
  readonly previous?: string;
  readonly changed?: LocalDateTime;
}

/** Settings whose value is not noted yet, by row. Who changed one is not known, so nobody is named. */
export function settingsToNote(
  rows: readonly Row[],
  now: LocalDateTime,
): ReadonlyMap<RowId, NotedSetting> {
  return new Map(
    rows.flatMap((row): [RowId, NotedSetting][] => {
      const value = textAt(row, 'value').trim() || byDefault;
      const noted = textAt(row, 'noted').trim();
      if (value === noted || textAt(row, 'key') === '' || row.unreadable.length > 0) return [];
      const change = noted === '' ? {} : { previous: noted, changed: now };
      return [[row.id, { noted: value, ...change }]];
    }),
  );
}

/** What the rows of 设置 state, by full key, for `settingsFrom`; a blank value states nothing. */
export function statedSettings(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows
      .map((row) => [textAt(row, 'key').trim(), textAt(row, 'value').trim()] as const)
      .filter(([key, value]) => key !== '' && value !== ''),
  );
}

/** The rows that 设置 starts with: one for each declared setting, with the school's own values or blank. */
export function settingRows(
  declared: ReadonlyMap<string, Setting>,
  own: Readonly<Record<string, string>> = {},
): readonly Values<typeof columns>[] {
  return Array.from(declared, ([key, setting]) => ({
    key,
    name: setting.title.zh,
    value: own[key],
    unit: setting.kind === 'number' ? setting.unit.zh : undefined,
    default: String(setting.default) || undefined,
    source: setting.source,
    noted: own[key] ?? byDefault,
  }));
}

function badValue(setting: Setting): Label {
  if (setting.kind === 'number')
    return { zh: '请填数字，现按默认值算', en: 'Enter a number; the default counts now' };
  return setting.words
    ? {
        zh: `请填${setting.words.join('或')}，现按默认值算`,
        en: `Enter ${setting.words.join(' or ')}; the default counts now`,
      }
    : {
        zh: '写法不对，请照默认值的样子填',
        en: 'Not understood: write it as the default is; that counts now',
      };
}

/** 设置 Settings: thresholds and words of the school's own; every threshold in the product stands here. */
export const settings = defineRegister({
  key: 'settings',
  title: { zh: '设置', en: 'Settings' },
  purpose: {
    zh: '学校名称、各项时限和标准都在这里改',
    en: 'The names, limits and standards of the school',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  label: 'name',
  rules: [
    rowRule<typeof columns>({
      key: 'setting-value',
      columns: ['key', 'value'],
      catches: {
        zh: '值不是数字，或不是可选的词',
        en: 'A value that is not a number or an allowed word',
      },
      finds: ({ values: { key, value } }, world) => {
        const setting = world.settings.declared.get(key ?? '');
        if (!setting || value === undefined || readSetting(setting, value) !== undefined)
          return undefined;
        return {
          column: 'value',
          severity: 'must',
          message: badValue(setting),
        };
      },
    }),
    rowRule<typeof columns>({
      key: 'unknown-setting',
      columns: ['key', 'name'],
      catches: { zh: '没有这项设置', en: 'A setting that does not exist' },
      finds: ({ values: { key } }, world) =>
        world.settings.declared.has(key ?? '')
          ? undefined
          : {
              column: 'name',
              severity: 'look',
              message: {
                zh: '没有这项设置，不起作用，可删去此行',
                en: 'No such setting: this row does nothing',
              },
            },
    }),
  ],
  figures: {},
  demo: (school) =>
    settingRows(declaredSettings(school.registers), {
      schoolName: school.name,
      director: '陈志远',
      directorMail: 'director@example.edu.cn',
      slogan: '后勤先行，服务育人',
      students: '620',
      pollHours: '全天',
    }),
});
