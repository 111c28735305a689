import { thisDevice } from './device.ts';

/** What the page needs of the description of the endpoints. */
interface Description {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
}

interface Operation {
  readonly summary: string;
  readonly requestBody: {
    readonly content: { readonly 'application/json': { readonly example: Example } };
  };
}

type Example = Readonly<Record<string, unknown>>;

const form = document.querySelector<HTMLFormElement>('form[data-try]');
if (form) void startTrying(form);

/** The page about the endpoints: choose one, change its example, send it, and see the answer. */
async function startTrying(on: HTMLFormElement): Promise<void> {
  const token = on.querySelector<HTMLInputElement>('#token');
  const endpoint = on.querySelector<HTMLSelectElement>('#endpoint');
  const body = on.querySelector<HTMLTextAreaElement>('#body');
  const answer = on.querySelector<HTMLElement>('[data-answer]');
  if (!token || !endpoint || !body || !answer) return;
  const address = on.dataset.document ?? '';
  const { paths }: Description = await (await fetch(address)).json();
  const examples = new Map<string, Example>();
  for (const [path, { post }] of Object.entries(paths)) {
    if (!post) continue;
    examples.set(path, post.requestBody.content['application/json'].example);
    endpoint.add(new Option(`${post.summary} · ${path}`, path));
  }

  const showExample = () => {
    const example = { ...examples.get(endpoint.value), id: thisDevice.newId() };
    body.value = JSON.stringify(example, null, 2);
    answer.textContent = '';
  };
  const renumber = () => {
    body.value = body.value.replace(/("id":\s*")[0-9a-f-]{36}"/, `$1${thisDevice.newId()}"`);
  };
  const send = async () => {
    const base = address.slice(0, address.indexOf('/intake/'));
    const query = new URLSearchParams({ t: token.value.trim() });
    answer.textContent = '…';
    try {
      const response = await fetch(`${base}${endpoint.value}?${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: body.value,
      });
      const shown = JSON.stringify(await response.json(), null, 2);
      answer.textContent = `${response.status}\n${shown}`;
    } catch (failure) {
      answer.textContent = String(failure);
    }
  };

  token.value = new URLSearchParams(window.location.search).get('t') ?? '';
  endpoint.addEventListener('change', showExample);
  on.querySelector('[data-new-id]')?.addEventListener('click', renumber);
  on.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  showExample();
  on.hidden = false;
}
