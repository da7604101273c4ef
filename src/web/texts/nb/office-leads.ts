/** The words of bought lists in bokmål. */
export const officeLeadsNb = {
  leadsTitle: 'Lister over mulige kunder',
  leadsLead: (months: number) =>
    `Den som står på en kjøpt liste, får vite hvor vi har opplysningene fra innen en måned, blir kontaktet én gang, per brev eller telefon, og slettes etter ${months} måneder. Ingen får e-post eller SMS uten å ha sagt ja.`,
  leadsNone: 'Ingen lister',
  leadsNoneNext: 'Ta inn den første nedenfor.',
  leadsNewPath: 'ny',
  leadsWashPath: 'vask',
  leadsLettersPath: 'brev',
  leadsImport: 'Ta inn en liste',
  leadsImportNow: 'Ta inn listen',
  leadsVendor: 'Hvem listen er kjøpt av',
  leadsVendorMissing: 'Skriv hvem listen er kjøpt av.',
  leadsAgreement: 'Avtalen',
  leadsAgreementHint: 'Nummeret eller navnet på avtalen, så den kan finnes igjen.',
  leadsAgreementMissing: 'Skriv hvilken avtale listen er kjøpt etter.',
  leadsReceivedOn: 'Mottatt',
  leadsReceivedMissing: 'Velg dagen listen kom.',
  leadsReceivedLater: 'Listen kan ikke ha kommet senere enn i dag.',
  leadsFile: 'Listen (CSV eller XLSX)',
  leadsFileHint:
    'Første rad er overskrifter: navn, og telefon eller adresse og postnummer. E-post og poststed kan være med. Andre kolonner tas ikke inn.',
  leadsFileMissing: 'Velg en fil.',
  leadsFileFaults: {
    'no-name-column': 'Fant ingen kolonne med navn. Overskriften må være Navn, eller Fornavn og Etternavn.',
    'no-reach-column': 'Fant verken telefon eller adresse med postnummer. Uten det kan ingen kjennes igjen eller nås.',
    empty: 'Filen er tom.',
    'too-large': 'Filen er for stor. Del den opp.',
    'too-many-rows': 'Filen har for mange rader. Del den opp.',
    'too-many-columns': 'Filen har for mange kolonner.',
    'cell-too-long': 'En celle i filen er for lang.',
    'quote-open': 'Et anførselstegn i filen avsluttes ikke.',
    'quote-misplaced': 'Et anførselstegn i filen står galt.',
    'row-too-wide': 'En rad har flere celler enn overskriften.',
    encoding: 'Filen har tegn som ikke kan leses. Lagre den som UTF-8.',
    'not-a-spreadsheet': 'Filen er verken CSV eller XLSX.',
    locked: 'Filen er låst med passord.',
    'unpacks-too-large': 'Filen blir for stor når den pakkes ut.',
    'header-repeated': 'To kolonner har samme overskrift.',
    'no-rows': 'Filen har ingen rader under overskriften.',
  },
  leadsColumns: { vendor: 'Kjøpt av', received: 'Mottatt', count: 'Personer', washed: 'Sist vasket' },
  leadsNeverWashed: 'Aldri',
  leadsWashOld: '(må vaskes på nytt før kontakt)',
  leadsImported: (taken: number, said: number, refused: number) =>
    `${taken} er tatt inn. ${said} hadde sagt nei til oss og ble utelatt. ${refused} rader kunne ikke brukes.`,
  leadsRow: (row: number, why: string) => `Rad ${row}: ${why}`,
  leadsRowFaults: {
    'name-missing': 'navnet mangler.',
    'too-long': 'en verdi er for lang.',
    unreachable: 'verken telefon eller adresse.',
    'email-wrong': 'e-postadressen er ikke en adresse.',
    'phone-wrong': 'telefonnummeret er ikke et nummer.',
    'postal-code-wrong': 'postnummeret har ikke fire sifre.',
    'forbidden-number': 'raden har et kortnummer eller fødselsnummer.',
  },
  leadsBack: 'Til listene',
  leadsListTitle: (vendor: string) => `Liste fra ${vendor}`,
  leadsTaken: 'Tatt inn',
  leadsRefused: 'Kunne ikke brukes',
  leadsReserved: 'Reservert eller sagt nei',
  leadsLate: (count: number) =>
    count === 1
      ? 'Én på listen skulle vært varslet. Send brevet nå, eller slett.'
      : `${count} på listen skulle vært varslet. Send brevene nå, eller slett.`,
  leadsWash: 'Vask mot reservasjoner',
  leadsWashLead:
    'Ingen kan kontaktes før listen er vasket mot Reservasjonsregisteret, i samme måned som kontakten. Filen brukes til vasken og beholdes ikke. De som har sagt nei til oss, vaskes bort samtidig.',
  leadsWashFresh: 'Listen er vasket denne måneden. Neste måned må den vaskes på nytt før noen kontaktes.',
  leadsWashFile: 'Filen fra Reservasjonsregisteret',
  leadsWashHint: 'CSV eller XLSX med telefon, eller navn med adresse og postnummer.',
  leadsWashNow: 'Vask listen',
  leadsWashed: (left: number) =>
    left === 0
      ? 'Listen er vasket. Ingen var reservert.'
      : `Listen er vasket. ${left} var reservert eller hadde sagt nei, og er slettet.`,
  leadsLetters: 'Brev',
  leadsLettersLead: (count: number) =>
    `${count} kan få brev i dag. Brevet sier hvor vi har opplysningene fra og hvordan man sier nei, og er den ene henvendelsen.`,
  leadsNoLetters: 'Ingen kan få brev nå: listen må være vasket denne måneden, og noen uten brev ha adresse.',
  leadsPrint: 'Vis brevene for utskrift',
  leadsLettersNext: (count: number) =>
    count === 0
      ? 'Ingen kan få brev nå.'
      : `${count} brev. Skriv ut siden, ett brev per ark, post dem, og merk dem så som sendt.`,
  leadsPosted: (count: number) => `Merk ${count === 1 ? 'brevet' : `${count} brev`} som postet i dag`,
  leadsWerePosted: (count: number) => `${count} er varslet per brev i dag.`,
  leadsPeople: 'På listen',
  leadsNobody: 'Ingen.',
  leadsShown: (most: number) => `De første ${most} vises.`,
  leadsPeopleColumns: { name: 'Navn', city: 'Poststed', told: 'Varslet', gone: 'Slettes senest' },
  leadsDue: (day: string, late: boolean) => (late ? `Skulle vært varslet ${day}` : `Innen ${day}`),
  leadsGone: 'Finnes ikke',
  leadsGoneNext: 'Listen eller personen er slettet, eller har aldri vært her.',

  leadName: 'Navn',
  leadPhone: 'Telefonnummer',
  leadEmail: 'E-postadresse',
  leadAddress: 'Adresse',
  leadStreet: 'Gateadresse',
  leadPostalCode: 'Postnummer',
  leadCity: 'Poststed',
  leadContacted: 'Kontaktet',
  leadCall: 'Ring',
  leadCallLead: (vendor: string) =>
    `Si først at vi har opplysningene fra ${vendor}, hva vi vil, og at det går an å si nei nå og senere. Ring ikke før 9 eller etter 21, og ikke på lørdager og helligdager.`,
  leadCalled: 'Har ringt og fortalt det',
  leadWasCalled: 'Samtalen er ført. Personen er varslet og kontaktet i dag.',
  leadRefusals: {
    'never-washed': 'Kan ikke kontaktes: listen er ikke vasket.',
    'wash-old': 'Kan ikke kontaktes: listen er ikke vasket denne måneden.',
    reserved: 'Kan ikke kontaktes: personen er reservert.',
    'contacted-already': 'Personen er kontaktet. Det blir ikke flere henvendelser fra oss.',
    'no-address': 'Kan ikke få brev: adressen mangler.',
    'no-number': 'Kan ikke ringes: telefonnummeret mangler.',
    'past-its-date': 'Kan ikke kontaktes: opplysningene skal slettes.',
  },
  leadNo: 'Sier nei',
  leadNoLead:
    'Alt om personen slettes med en gang. Vi husker bare et avtrykk som ingen kan lese, så neste liste vaskes for samme person.',
  leadSaidNo: 'Personen har sagt nei',
  leadNoKept: 'Personen er slettet, og blir ikke kontaktet igjen.',
  leadConvert: 'Vil bli kunde',
  leadConvertLead: 'Registreres som kunde, med e-post om det, og tas av listen. Nevn personvernerklæringen i samtalen.',
  leadConvertNow: 'Registrer som kunde',
  leadConverted: 'Registrert som kunde, og tatt av listen.',
  leadKnown: 'Denne e-postadressen er registrert på en kunde fra før. Ingenting er endret.',

  letter: {
    to: (name: string) => `Brev til ${name}`,
    title: (company: string) => `Fra ${company}: hvor vi har navnet ditt fra`,
    source: (vendor: string, day: string) =>
      `Vi har fått navnet ditt og hvordan du kan nås fra ${vendor}, ${day}. Vi har navn, adresse, og telefonnummer og e-postadresse der de sto på listen, og ikke noe mer.`,
    what: (interest: string) =>
      `Vi bruker opplysningene til én ting: å spørre om du kan ha bruk for det vi selger. Grunnlaget er en berettiget interesse: ${interest} Du får ikke e-post eller SMS fra oss uten å ha sagt ja.`,
    no: (phone: string, email: string) =>
      `Du kan når som helst si nei til dette. Ring ${phone} eller skriv til ${email}, så sletter vi opplysningene med en gang og kontakter deg ikke igjen.`,
    rights: (months: number, day: string) =>
      `Hører vi ikke fra deg, kontakter vi deg ikke flere ganger, og opplysningene slettes etter ${months} måneder, senest ${day}. De deles ikke med andre. Du kan be om å få se dem, få dem rettet, slettet eller bruken begrenset.`,
    notice: (url: string, authority: string) =>
      `Les mer i personvernerklæringen: ${url}. Mener du at vi gjør noe galt, kan du klage til oss eller til ${authority}.`,
  },
};
