/** The words of the work in the back office in bokmål: coming in, choosing a purpose, finding and opening a customer. */
export const officeDeskNb = {
  officeNavigation: 'Kontorets meny',
  toOffice: 'Til kontoret',

  noStaff: 'Kontoret er for ansatte',
  noStaffNext:
    'Du er logget inn, men kontoen din hører ikke til en ansatt med tilgang i dag. Skal du ha tilgang, må daglig leder gi deg den.',
  secondStep: 'Logg inn i to trinn først',
  secondStepNext:
    'Reglene krever at ansatte beviser på to måter hvem de er. Sett opp det andre trinnet, og kom så tilbake hit.',
  secondStepLink: 'Sett opp det andre trinnet',
  refusedPurpose: 'Du har ikke dette formålet',
  refusedPurposeNext: (purpose: string) =>
    `Rollene dine gir deg ikke lov til å handle for formålet «${purpose}». Forsøket er loggført. Trenger du formålet i arbeidet, må daglig leder gi deg en rolle som har det.`,
  unknownPurpose: 'Formålet finnes ikke',
  unknownPurposeNext: 'Reglene har ikke noe formål med dette navnet. Velg et av dine egne.',
  noSuchCustomer: 'Ingen slik kunde for dette formålet',
  noSuchCustomerNext: (purpose: string) =>
    `Formålet «${purpose}» ser ingen kunde med denne adressen. Systemet sier ikke om kunden finnes for andre formål.`,

  choosePurpose: 'Hva skal du gjøre?',
  choosePurposeLead:
    'Velg formålet du arbeider for. Du ser bare det formålet trenger, og hvert innsyn loggføres med formålet. Kunden kan lese loggen.',
  noPurposes: 'Rollene dine har ingen formål i reglene som gjelder. Daglig leder kan gi deg en rolle.',
  yourRoles: 'Dine roller',
  purposeNow: 'Du arbeider for',
  changePurpose: 'Bytt formål',
  changeCustomerPurpose: 'Åpne samme kunde for et annet formål',
  change: 'Bytt',
  openFor: 'Åpne',
  whyBasis: 'Grunnlag',
  work: 'Velg',
  noCustomersForPurpose: 'Ser ingen enkeltkunder',

  findCustomer: 'Finn en kunde',
  searchField: 'Søk',
  search: 'Søk',
  searchBy: 'Formålet lar deg søke på',
  searchKinds: {
    name: 'navn, også begynnelsen av det eller stavet litt feil',
    email: 'e-postadresse, hele eller begynnelsen',
    phone: 'telefonnummer, hele',
    number: 'kundenummer, bestillingsnummer eller fakturanummer',
    'organisation-number': 'organisasjonsnummer',
    reference: 'KID',
  },
  numbers: {
    'register.customer': 'kundenummer',
    'register.sales_order': 'bestillingsnummer',
    'register.invoice': 'fakturanummer',
  },
  searchLogged:
    'Treffene loggføres som innsyn. Søket står ikke i adressen, så det havner ikke i nettleserens historikk.',
  tooShort: (least: number) => `Skriv minst ${least} tegn.`,
  tooLong: (most: number) => `Skriv høyst ${most} tegn.`,
  notSearchedBy: 'Formålet kan ikke søke på noe som ligner på dette.',
  nothingFound: 'Ingen treff.',
  nothingFoundNext: 'Se etter en tastefeil, eller søk på noe annet du vet om kunden.',
  onlyConsented: (purpose: string) =>
    `Formålet «${purpose}» ser bare kunder som har sagt ja til det. De andre finnes ikke her.`,
  onlyNotObjected: (purpose: string) =>
    `Formålet «${purpose}» ser ikke kunder som har protestert mot det eller har bedt om begrensning.`,
  onlyNotRestricted: 'Kunder som har bedt om at bruken begrenses, vises ikke for dette formålet.',
  resultsFor: (count: number, more: boolean) =>
    more ? `De første ${count} treffene` : count === 1 ? '1 treff' : `${count} treff`,
  nextResults: 'Flere treff',
  moreResults: 'Flere treff, videre nedover listen',
  backToSearch: 'Nytt søk',
  noCustomers: 'Dette formålet ser ingen enkeltkunder',
  noCustomersNext: (purpose: string) =>
    `Formålet «${purpose}» bruker ikke kunderegisteret, så her er det ingen å finne. Se i reglene hva formålet bruker, eller bytt formål.`,

  customerWithout: 'Kunde',
  customerFields: 'Kunden',
  notGiven: 'Ikke registrert',
  none: 'Ingen.',
  cutOff: (what: string, shown: number) => `${what}: bare ${shown} vises, og det er flere.`,
  leftOut: 'Det du ikke ser',
  leftOutBecause: (purpose: string) =>
    `Formålet «${purpose}» bruker ikke dette, så det vises ikke, og databasen gir det ikke fra seg:`,
  notHereMeansNothing: 'At noe ikke vises, sier ikke at vi ikke har det.',
  looks: 'Hvem har sett på kunden',
  looksLead: (limit: number) => `De siste ${limit} oppslagene. Dette oppslaget er også loggført.`,
  noLooks: 'Ingen har sett på kunden før nå.',
  looksColumns: { when: 'Når', who: 'Hvem', what: 'Hva', purpose: 'For hvilket formål' },
  actions: { read: 'Så', write: 'Endret', count: 'Talte', refused: 'Ble avvist', export: 'Tok ut' },
  kindsOfUser: { staff: 'Ansatt', 'data-subject': 'Kunden selv', visitor: 'Besøkende', system: 'Systemet' },
};
