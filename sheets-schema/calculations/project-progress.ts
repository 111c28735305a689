import { numberAt, type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { nameAt } from './named-rows.ts';

/** How far a project has come: pieces done, the last day, the buildings in which something was done. */
export interface Progress {
  readonly done: number;
  readonly last: string | undefined;
  readonly buildings: ReadonlySet<string>;
}

/** How far each project has come by its progress register, made ready once. */
export function progressOf(world: World): (project: Row) => Progress {
  const byProject = Map.groupBy(world.rows('projectProgress'), (row) => nameAt(row, 'project'));
  return (project) => {
    const own = byProject.get(nameAt(project, 'name')) ?? [];
    return {
      done: own.reduce((sum, row) => sum + (numberAt(row, 'done') ?? 0), 0),
      last: own
        .map((row) => textAt(row, 'day'))
        .filter((day) => day !== '')
        .toSorted()
        .at(-1),
      buildings: new Set(own.map((row) => plain(textAt(row, 'building')))),
    };
  };
}

/** The names in a list as people write it: “1号楼、2号楼”. */
export function namesIn(list: string): string[] {
  return plain(list)
    .split(/[、,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
