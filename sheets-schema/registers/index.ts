import type { Register } from '../register.ts';
import { assetCounts } from './assets/asset-counts.ts';
import { assetMoves } from './assets/asset-moves.ts';
import { assets } from './assets/assets.ts';
import { equipment } from './assets/equipment.ts';
import { additives } from './canteen/additives.ts';
import { canteenControl } from './canteen/canteen-control.ts';
import { deliveries } from './canteen/deliveries.ts';
import { diners } from './canteen/diners.ts';
import { discarded } from './canteen/discarded.ts';
import { disinfection } from './canteen/disinfection.ts';
import { foodSamples } from './canteen/food-samples.ts';
import { mealCompanions } from './canteen/meal-companions.ts';
import { menu } from './canteen/menu.ts';
import { menuChanges } from './canteen/menu-changes.ts';
import { morningChecks } from './canteen/morning-checks.ts';
import { pestControl } from './canteen/pest-control.ts';
import { portions } from './canteen/portions.ts';
import { processing } from './canteen/processing.ts';
import { wasteOil } from './canteen/waste-oil.ts';
import { departures } from './gate/departures.ts';
import { hosts } from './gate/hosts.ts';
import { parcels } from './gate/parcels.ts';
import { regulars } from './gate/regulars.ts';
import { visitingVehicles } from './gate/visiting-vehicles.ts';
import { visitors } from './gate/visitors.ts';
import { laundryBatches } from './laundry/laundry-batches.ts';
import { budgetLines } from './money/budget-lines.ts';
import { payments } from './money/payments.ts';
import { appraisalRules } from './people/appraisal-rules.ts';
import { appraisals } from './people/appraisals.ts';
import { attendance } from './people/attendance.ts';
import { beds } from './people/beds.ts';
import { certificates } from './people/certificates.ts';
import { classes } from './people/classes.ts';
import { dutySigns } from './people/duty-signs.ts';
import { leave } from './people/leave.ts';
import { peerRatings } from './people/peer-ratings.ts';
import { peerTicks } from './people/peer-ticks.ts';
import { people } from './people/people.ts';
import { pledges } from './people/pledges.ts';
import { posts } from './people/posts.ts';
import { regulationReadings } from './people/regulation-readings.ts';
import { regulations } from './people/regulations.ts';
import { reminders } from './people/reminders.ts';
import { roster } from './people/roster.ts';
import { teamActivities } from './people/team-activities.ts';
import { teams } from './people/teams.ts';
import { timetable } from './people/timetable.ts';
import { trainings } from './people/trainings.ts';
import { uniforms } from './people/uniforms.ts';
import { assignedWork } from './plan/assigned-work.ts';
import { planTasks } from './plan/plan-tasks.ts';
import { routine } from './plan/routine.ts';
import { runs } from './plan/runs.ts';
import { publicityPlacements } from './publicity/publicity-placements.ts';
import { publicityRuns } from './publicity/publicity-runs.ts';
import { qualityTargets } from './quality/quality-targets.ts';
import { leftovers } from './resources/leftovers.ts';
import { lightsLeftOn } from './resources/lights-left-on.ts';
import { meterReadings } from './resources/meter-readings.ts';
import { meters } from './resources/meters.ts';
import { accidents } from './safety/accidents.ts';
import { checklists } from './safety/checklists.ts';
import { cleaning } from './safety/cleaning.ts';
import { contractors } from './safety/contractors.ts';
import { doors } from './safety/doors.ts';
import { dormChecks } from './safety/dorm-checks.ts';
import { electricity } from './safety/electricity.ts';
import { functionRooms } from './safety/function-rooms.ts';
import { hazards } from './safety/hazards.ts';
import { inspections } from './safety/inspections.ts';
import { patrolPoints } from './safety/patrol-points.ts';
import { patrols } from './safety/patrols.ts';
import { safetyLog } from './safety/safety-log.ts';
import { walkRounds } from './safety/walk-rounds.ts';
import { calendar } from './school/calendar.ts';
import { links } from './school/links.ts';
import { places } from './school/places.ts';
import { settings } from './school/settings.ts';
import { eventSupport } from './service/event-support.ts';
import { facilitySamples } from './service/facility-samples.ts';
import { favours } from './service/favours.ts';
import { lostAndFound } from './service/lost-and-found.ts';
import { opinions } from './service/opinions.ts';
import { projectProgress } from './service/project-progress.ts';
import { projects } from './service/projects.ts';
import { repairParts } from './service/repair-parts.ts';
import { repairs } from './service/repairs.ts';
import { surveys } from './service/surveys.ts';
import { counts } from './stock/counts.ts';
import { distributions } from './stock/distributions.ts';
import { financeBook } from './stock/finance-book.ts';
import { handouts } from './stock/handouts.ts';
import { items } from './stock/items.ts';
import { movements } from './stock/movements.ts';
import { orders } from './stock/orders.ts';
import { purchaseRequests } from './stock/purchase-requests.ts';
import { quotes } from './stock/quotes.ts';
import { receipts } from './stock/receipts.ts';
import { requisitions } from './stock/requisitions.ts';
import { stocktakes } from './stock/stocktakes.ts';
import { suppliers } from './stock/suppliers.ts';
import { drivers } from './vehicles/drivers.ts';
import { fuel } from './vehicles/fuel.ts';
import { trips } from './vehicles/trips.ts';
import { vehicleMaintenance } from './vehicles/vehicle-maintenance.ts';
import { vehicleRequests } from './vehicles/vehicle-requests.ts';
import { vehicles } from './vehicles/vehicles.ts';

/** Every register of the product. Adding one is its file and its line here. */
export const registers: readonly Register[] = [
  settings,
  people,
  teams,
  classes,
  timetable,
  beds,
  posts,
  places,
  calendar,
  roster,
  dutySigns,
  leave,
  uniforms,
  trainings,
  attendance,
  regulations,
  regulationReadings,
  teamActivities,
  appraisalRules,
  appraisals,
  peerTicks,
  peerRatings,
  certificates,
  pledges,
  planTasks,
  routine,
  assignedWork,
  reminders,
  links,
  runs,
  repairs,
  facilitySamples,
  projects,
  projectProgress,
  repairParts,
  opinions,
  surveys,
  eventSupport,
  lostAndFound,
  favours,
  qualityTargets,
  checklists,
  inspections,
  hazards,
  safetyLog,
  accidents,
  dormChecks,
  cleaning,
  functionRooms,
  patrolPoints,
  patrols,
  contractors,
  doors,
  electricity,
  walkRounds,
  items,
  movements,
  requisitions,
  stocktakes,
  counts,
  financeBook,
  suppliers,
  purchaseRequests,
  quotes,
  orders,
  receipts,
  distributions,
  handouts,
  budgetLines,
  payments,
  meters,
  meterReadings,
  lightsLeftOn,
  leftovers,
  laundryBatches,
  publicityRuns,
  publicityPlacements,
  menu,
  menuChanges,
  deliveries,
  processing,
  disinfection,
  foodSamples,
  portions,
  diners,
  mealCompanions,
  canteenControl,
  morningChecks,
  additives,
  wasteOil,
  pestControl,
  discarded,
  hosts,
  regulars,
  visitors,
  departures,
  visitingVehicles,
  parcels,
  vehicles,
  drivers,
  vehicleRequests,
  trips,
  fuel,
  vehicleMaintenance,
  assets,
  assetMoves,
  assetCounts,
  equipment,
];
