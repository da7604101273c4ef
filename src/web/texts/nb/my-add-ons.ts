/** Ordene om egne tilleggstjenester på Min side. */
export const myAddOnsNb = {
  myAddOns: 'Tilleggstjenester',
  addOnsOfMine: {
    lead: 'Det du har kjøpt av andre leverandører gjennom oss, og det du har godtatt at vi deler med dem.',
    none: 'Du har ingen tilleggstjenester.',
    supplier: 'Leverandør',
    shared: 'Det som kan deles med leverandøren',
    since: 'Godtatt',
    order: 'Kjøpt med',
    byOrder: (number: number) => `Bestilling ${number}`,
    ends: 'Avsluttes',
    ended: 'Avsluttet',
    reason: 'Grunn',
    states: { running: 'Løper', ending: 'Avsluttes', ended: 'Avsluttet' },
    confirmed: 'Det du godtok',
    end: (name: string) => `Avslutt ${name}`,
    endHelp: (supplier: string) =>
      `Fra da av deler vi ingenting mer om deg med ${supplier}. Resten av bestillingen er som før.`,
    endedNow: 'Tilleggstjenesten er avsluttet. Fra nå av deles ingenting mer med leverandøren.',
    already: 'Tilleggstjenesten er avsluttet fra før.',
  },
};
