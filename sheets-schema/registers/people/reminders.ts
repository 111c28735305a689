import { choice, moment, reference } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { defineRegister } from '../../register.ts';
import { inHours, type Setting } from '../../settings.ts';
import { plusDays } from '../../time.ts';

const columns = {
  chosen: moment({ zh: '时间', en: 'When' }, { required: true }),
  person: reference('people', { zh: '姓名', en: 'Person' }, { required: true }),
  mail: choice(
    { zh: '提醒邮件', en: 'Morning mail' },
    { daily: { zh: '每个工作日', en: 'Each workday' }, none: { zh: '不发', en: 'None' } },
    { required: true, help: { zh: '班长和主任不能停', en: 'Leaders cannot stop it' } },
  ),
  language: choice(
    { zh: '语言', en: 'Language' },
    { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  ),
};

const timeOfDay = (said: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(said);

function time(zh: string, en: string, usual: string): Setting {
  return {
    kind: 'text',
    title: { zh, en },
    default: usual,
    accepts: timeOfDay,
    source: '惯例',
  };
}

/**
 * 提醒订阅 Reminder choices (M): who wants the morning mail, and in which language; the last row of a person counts.
 * The link in each mail adds a row here, and so may the office.
 */
export const reminders = defineRegister({
  key: 'reminders',
  title: { zh: '提醒订阅', en: 'Reminder choices' },
  purpose: {
    zh: '谁要收每天早上的提醒邮件，以最后一行为准',
    en: 'Who wants the morning mail; the last row of a person counts',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  happened: 'chosen',
  standing: ['person'],
  rules: [],
  settings: {
    from: time('提醒不早于', 'Nobody is reminded before', '06:30'),
    until: time('提醒不晚于', 'Nobody is reminded after', '21:00'),
    directorHours: inHours(
      { zh: '超时多久告诉主任', en: 'The director is told when late by' },
      24,
      '惯例',
    ),
  },
  figures: {},
  demo: (school) => [
    { chosen: momentOn(plusDays(school.today, -20), 500), person: '林小梅', mail: 'none' as const },
    {
      chosen: momentOn(plusDays(school.today, -12), 470),
      person: '吴晓琳',
      mail: 'daily' as const,
      language: 'en' as const,
    },
  ],
});
