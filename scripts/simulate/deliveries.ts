import type { Chance } from './chance.ts';
import type { Served } from './functions.ts';
import type { History } from './history.ts';
import type { Observer } from './observer.ts';
import type { Process } from './process.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** The way into the functions: a request goes to one of the processes that live. */
export interface Deliveries {
  readonly served: Served[];
  /** To a process that serves a path, which is named first; nothing when none lives. */
  deliver(request: Request, to?: (process: Process) => void): Promise<Response | undefined>;
  /** As Cloud Tasks and Drive deliver: now and then lost, late, or twice. */
  outward(request: Request): Promise<Response>;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export function createDeliveries(parts: {
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly weather: Weather;
  readonly history: History;
  readonly arrived: Observer['arrived'];
}): Deliveries {
  const { chance, time, weather, history, arrived } = parts;
  const served: Served[] = [];

  const deliver: Deliveries['deliver'] = async (request, to) => {
    const role = new URL(request.url).pathname.split('/')[1];
    const living = served.filter(({ process }) => process.role === role && process.isAlive());
    const one = chance.pickAny(living);
    if (one) to?.(one.process);
    return one?.fetch(request);
  };

  return {
    served,
    deliver,
    async outward(request) {
      const { pathname } = new URL(request.url);
      if (weather.isLost()) {
        history.add('lost', { what: pathname });
        throw new Error('lost on its way');
      }
      const id = uuid.exec(await request.clone().text())?.[0] ?? '';
      const to = ({ name }: Process) => arrived({ id, at: name, retry: true, when: time.since() });
      await time.sleep(weather.way());
      if (weather.isDoubled()) {
        history.add('doubled', { what: pathname });
        void deliver(request.clone(), to);
      }
      const answer = await deliver(request, to);
      if (!answer) throw new Error('nobody listens');
      return answer;
    },
  };
}
