/**
 * Figures that the reports name, each over the eighteen months or the year that it speaks of; where a report says
 * “more than”, a little more.
 */
export const told = {
  /** R3: since the opening, “从去年至今”: some eighteen months. */
  days: 549,
  /** R3: “4200多份” repairs since the opening, most of them not to be mended in the first year. */
  repairs: 4236,
  /** R3: at most so many in 100 of the first year's repairs were mended in their time. */
  mendedInFirstYear: 30,
  /** R3: the repair team was tripled, more than ten guards were let go. */
  team: { timesRepairers: 3, guardsGone: 12 },
  /** R3: facilities in working order, in per cent, at least. */
  facilities: 98,
  /** R3: replaced at one go in four buildings: “20xx多盏” read as 2,000 and more, “300多个”, “几十个”. */
  project: { bulbs: 2060, taps: 320, flushValves: 56 },
  /** R3: “50000多人次”. */
  visitors: 50_400,
  /** R1, of one year: signs hung, magazines in three issues, calendars. */
  publicity: { signs: 1266, magazines: [26_000, 27_000, 27_000], calendars: 3000 },
  /** R3: six trainings of guards, two fire lessons, a month and more of drill. */
  trainings: { guard: 6, fire: 2, drillDays: 34 },
  /** R3: “六次学生座谈会”. */
  studentForums: 6,
  /** R3: found and kept for their owners. */
  found: { phones: 2, wallets: 9, cash: 1000, cards: 212 },
  /** R3: “8次送生病的学生去医院”, “10余次为学生爬窗户”. */
  favours: { hospitalTrips: 8, windows: 12 },
} as const;
