import { systemClock } from '#platform/clock.ts';
import { systemRandom } from '#platform/random.ts';
import { createLocalGoogle } from '../../local-google/create-local-google.ts';
import { listen } from '../../local-google/server.ts';
import { type BusySchool, openBusySchool } from './school.ts';

// A process of its own: `school-process.ts PORT FIRST LAST`, a stand-in without quota and the hand that fills it.
const [port = '0', first = '', last = ''] = process.argv.slice(2);
const localGoogle = createLocalGoogle({ clock: systemClock, random: systemRandom, quota: 'off' });
const opened = Promise.withResolvers<BusySchool>();
// Routes are added before the first request.
localGoogle.app.post('/__fill/:month', async (context) => {
  const month = context.req.param('month');
  const place = context.req.query('place');
  const school = await opened.promise;
  await (place === 'closed' || place === 'archive'
    ? school.fillClosed(month, place)
    : school.fill(month));
  return context.json({});
});
localGoogle.app.get('/__up', (context) => context.json({}));
await listen(localGoogle, Number(port));
opened.resolve(await openBusySchool(localGoogle, first, last));
for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0));
