import { parseFieldMask, withMasked } from '../field-mask.ts';
import { checked } from '../spreadsheet-properties.ts';
import type { RequestHandler } from './index.ts';

/** Changes the title, locale, time zone and the like; numbers in cells stay as they are. */
export const updateSpreadsheetProperties: RequestHandler<'updateSpreadsheetProperties'> = (
  request,
  edit,
) => {
  const before = edit.spreadsheet().properties;
  const given = { ...request.properties };
  const mask = parseFieldMask(request.fields);
  const after = withMasked<typeof given>(before, given, mask);
  const { title, locale, timeZone, autoRecalc, ...rest } = after ?? {};
  const optional = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== undefined),
  );
  edit.changeSpreadsheet({
    properties: checked({
      ...optional,
      title: title ?? '',
      locale: locale ?? before.locale,
      timeZone: timeZone ?? before.timeZone,
      autoRecalc: autoRecalc ?? before.autoRecalc,
    }),
  });
};
