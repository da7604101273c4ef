/** The words around all pages of the office in bokmål: menu, lists, forms, what was done, the start page. */
export const officeFrameNb = {
  menuGroups: {
    people: 'Kunder',
    trade: 'Salg og levering',
    money: 'Økonomi',
    service: 'Oppfølging',
    outreach: 'Markedsføring',
    insight: 'Tall',
    house: 'Huset',
  },
  openMenu: 'Meny',
  closeMenu: 'Lukk menyen',

  today: 'I dag',
  todayWork: 'Det som venter',
  nothingWaits: 'Ingenting venter på deg nå.',
  nothingIn: 'Ingenting å gjøre med:',
  urgencies: { late: 'Over tiden', soon: 'Fristen er nær' },

  undo: 'Angre',
  cancel: 'Avbryt',
  save: 'Lagre',
  mayBeEmpty: 'kan stå tomt',
  formFaults: (count: number) =>
    count === 1 ? 'Noe må rettes før vi kan lagre:' : `${count} ting må rettes før vi kan lagre:`,

  all: 'Alle',
  narrow: 'Vis',
  clearFilters: 'Fjern filtrene',
  nothingNarrowed: 'Ingenting her passer med filtrene.',
  rowsHere: (count: number) => (count === 1 ? '1 rad på siden' : `${count} rader på siden`),
  rowsInAll: (count: number) => (count === 1 ? '1 i alt' : `${count} i alt`),
  mark: 'Merk',
  markThis: 'Merk denne',
  markAll: (count: number) => (count === 1 ? 'Merk den ene på siden' : `Merk alle ${count} på siden`),
  pages: 'Sider',
  previousPage: 'Forrige side',
  nextPage: 'Neste side',
  nothingMarked: 'Ingen rader er merket. Gå tilbake til listen og merk dem det gjelder.',
  willChange: (count: number) => (count === 1 ? 'Én blir endret' : `${count} blir endret`),
  willNotChange: (count: number) => (count === 1 ? 'Én kan ikke endres' : `${count} kan ikke endres`),
  backToList: 'Tilbake til listen',
};
