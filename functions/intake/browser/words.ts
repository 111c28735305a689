/** The words of the page's language, written into the form by the server (`pages/form.ts`). */
export type SpokenWords = Readonly<
  Record<
    | 'sending'
    | 'retryNow'
    | 'waiting'
    | 'restored'
    | 'clear'
    | 'error'
    | 'fillIn'
    | 'searchList'
    | 'nothingFound'
    | 'sentBefore'
    | 'broken'
    | 'received'
    | 'openReceipt'
    | 'waitingHere'
    | 'aside'
    | 'take'
    | 'pick'
    | 'remove'
    | 'photo'
    | 'preparing'
    | 'uploading'
    | 'notKept'
    | 'unreadable'
    | 'tooMany'
    | 'scan'
    | 'noCode'
    | 'lastTime',
    string
  >
>;

/** Words that a sheet for many rows says besides. */
export type SheetWords = Readonly<
  Record<
    | 'row'
    | 'rowEnd'
    | 'fill'
    | 'untouched'
    | 'rows'
    | 'noRows'
    | 'drawnNeeds'
    | 'gridUnread'
    | 'same',
    string
  >
>;

/** The words of a sheet; unsaid ones are blank. */
export function sheetWordsOf(form: HTMLFormElement): SheetWords {
  const said: Partial<SheetWords> = JSON.parse(form.dataset.words ?? '{}');
  return {
    row: '',
    rowEnd: '',
    fill: '',
    untouched: '',
    rows: '',
    noRows: '',
    drawnNeeds: '',
    gridUnread: '',
    same: '',
    ...said,
  };
}

/** Words that the page does not carry are left unsaid rather than stopping the form. */
export function wordsOf(form: HTMLFormElement): SpokenWords {
  const said: Partial<SpokenWords> = JSON.parse(form.dataset.words ?? '{}');
  return {
    sending: '…',
    retryNow: '↻',
    waiting: '',
    restored: '',
    clear: '×',
    error: '',
    fillIn: '',
    searchList: '',
    nothingFound: '',
    sentBefore: '',
    broken: '',
    received: '✓',
    openReceipt: '→',
    waitingHere: '',
    aside: '+',
    take: '📷',
    pick: '🖼',
    remove: '×',
    photo: '',
    preparing: '…',
    uploading: '…',
    notKept: '',
    unreadable: '',
    tooMany: '',
    scan: '▣',
    noCode: '',
    lastTime: '',
    ...said,
  };
}
