/** Classes of the driving licence (机动车驾驶证申领和使用规定) that a school meets. */
export const licences = {
  A1: { zh: 'A1 大型客车', en: 'A1 coach' },
  A2: { zh: 'A2 重型牵引车', en: 'A2 tractor' },
  A3: { zh: 'A3 城市公交车', en: 'A3 city bus' },
  B1: { zh: 'B1 中型客车', en: 'B1 minibus' },
  B2: { zh: 'B2 大型货车', en: 'B2 lorry' },
  C1: { zh: 'C1 小型汽车', en: 'C1 car' },
  C2: { zh: 'C2 小型自动挡', en: 'C2 automatic car' },
} as const;

type Licence = keyof typeof licences;

/** What each class may drive besides its own (the table 准驾车型及代号 of the same rules). */
const covers: Readonly<Record<Licence, readonly Licence[]>> = {
  A1: ['A3', 'B1', 'B2', 'C1', 'C2'],
  A2: ['B1', 'B2', 'C1', 'C2'],
  A3: ['C1', 'C2'],
  B1: ['C1', 'C2'],
  B2: ['C1', 'C2'],
  C1: ['C2'],
  C2: [],
};

/** Whether a driver with one class may drive what asks for another; blank or unknown classes forbid nothing. */
export function mayDrive(held: string, asked: string): boolean {
  if (held === '' || asked === '' || held === asked) return true;
  const found = Object.entries(covers).find(([licence]) => licence === held);
  return found === undefined || found[1].some((licence) => licence === asked);
}
