import { mealIn, mealKey, menuOf } from '../calculations/meals.ts';
import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { essence } from '../spelling.ts';
import { localDate } from '../values.ts';
import { clip } from '../wording.ts';

/**
 * What was cooked is what the menu says, reported changes worked in (R2: 调改了菜谱不报). A meal that the menu
 * does not have is not judged.
 *
 * @param happened column with the day or moment
 * @param meal column with the meal
 * @param dish column with the dish
 */
export function offMenu<const K extends string>(rule: {
  readonly happened: K;
  readonly meal: K;
  readonly dish: K;
}): Rule<K> {
  return {
    key: 'off-menu',
    columns: [rule.happened, rule.meal, rule.dish],
    reads: ['menu', 'menuChanges'],
    catches: { zh: '换了菜没有报', en: 'The menu was changed and nobody told' },
    check: (register, rows, world) => {
      const menu = menuOf(world);
      return rows.flatMap((row): Finding[] => {
        const day = localDate.safeParse(textAt(row, rule.happened).slice(0, 10));
        const meal = mealIn(row, rule.meal);
        const dish = textAt(row, rule.dish);
        if (!day.success || !meal || dish.trim() === '') return [];
        const dishes = menu.get(mealKey(day.data, meal));
        if (!dishes || dishes.some((planned) => essence(planned) === essence(dish))) return [];
        return [
          {
            register: register.key,
            rule: 'off-menu',
            row: row.id,
            column: rule.dish,
            severity: 'must',
            message: {
              zh: `菜谱没有“${clip(dish, 10)}”，请补报菜谱变更`,
              en: `“${clip(dish, 30)}” is not on the menu: report the change`,
            },
          },
        ];
      });
    },
  };
}
