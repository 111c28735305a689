import writeExcelFile from 'write-excel-file/node';
import type { Register } from '#schema/register.ts';
import { isForStaff } from '#schema/row.ts';

/** Lists that the rules stand on (人员、场所、物品、班级……): registers that name their rows. */
export function listRegisters(registers: readonly Register[]): readonly Register[] {
  return registers.filter(
    ({ label, writtenByCode, codeProtected }) =>
      label !== undefined && !writtenByCode && !codeProtected,
  );
}

/** Writes an empty workbook with a sheet for each list, headed as the registers are. */
export async function writeTemplate(file: string, registers: readonly Register[]): Promise<void> {
  const lists = listRegisters(registers);
  const sheets = lists.map(({ title, columns }) => {
    const own = Object.values(columns).filter(isForStaff);
    return {
      sheet: title.zh,
      data: [
        own.map((column) => ({
          value: column.title.zh,
          fontWeight: 'bold' as const,
          backgroundColor: '#E3EEEE',
        })),
      ],
      columns: own.map(() => ({ width: 18 })),
    };
  });
  await writeExcelFile(sheets).toFile(file);
}
