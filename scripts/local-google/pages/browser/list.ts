/** The script of the list of files and of a file's page: times as the reader's clock shows them, and a list that keeps up. */
const asShown = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

function showTimes(within: ParentNode): void {
  for (const time of within.querySelectorAll('time')) {
    time.textContent = asShown.format(new Date(time.dateTime));
  }
}

async function reload(list: Element): Promise<void> {
  const response = await fetch('/');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const newest = page.getElementById('list');
  if (!response.ok || !newest) return;
  showTimes(newest);
  list.replaceChildren(...newest.childNodes);
}

showTimes(document);
const list = document.getElementById('list');
if (list) {
  const pending = { isReload: false };
  new EventSource('/__events').addEventListener('message', () => {
    if (pending.isReload) return;
    pending.isReload = true;
    setTimeout(() => {
      pending.isReload = false;
      void reload(list);
    }, 1000);
  });
}
