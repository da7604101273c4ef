/** The words of the access log and of looks out of the ordinary in bokmål. */
export const officeLooksNb = {
  logLead:
    'Hvert innsyn i opplysninger om mennesker står her: hvem, for hvilket formål, når. Å lese loggen er også innsyn, og føres for dem oppføringene gjelder.',
  logPerson: 'Hvem det gjelder',
  logPersonHint: 'Søk på navn, kundenummer, e-post eller telefon. Navnet havner ikke i adressen.',
  logPersonFind: 'Finn kunden',
  logPersonNone: 'Ingen kunde passer. Se etter en tastefeil, eller søk på noe annet.',
  logPersonChoose: 'Velg kunden',
  logPersonChosen: (name: string) => `Innsyn i opplysninger om ${name}.`,
  logPersonGone: 'én kunde',
  logEverybody: 'Vis for alle',
  logStaff: 'Ansatt',
  logPurpose: 'Formål',
  logAction: 'Hva som ble gjort',
  logFrom: 'Fra og med',
  logUntil: 'Til og med',
  logSystem: 'Ta med det systemet gjør av seg selv',
  logShow: 'Vis',
  logNothing: 'Ingen innsyn passer.',
  logNothingNext: 'Velg en lengre periode eller færre filtre.',
  logPeriodFault: (days: number) => `Velg en periode på høyst ${days} dager, fra en dag til samme dag eller en senere.`,
  logOlder: 'Eldre innsyn',
  logNewest: 'Til de nyeste',
  logColumns: { when: 'Når', who: 'Hvem', action: 'Hva', purpose: 'Formål', what: 'Opplysninger', whom: 'Om' },
  logNobody: 'ingen enkeltperson',
  logPeople: (count: number) => `${count} personer`,
  logOpenPerson: 'Åpne',
  logOnePerson: 'én person',
  logOnlyPerson: 'Vis bare denne',
  logFormerStaff: 'tidligere ansatt',

  unusualLead:
    'Hver natt sammenlignes dagen med hva som er vanlig for den enkelte ansatte og med grensene i reglene. Et funn er et tall, ikke en mistanke: det har som regel en god forklaring. Spør den ansatte, og skriv hva som kom ut av det. Den ansatte kan selv lese funnet og merknaden.',
  unusualOpen: 'Ikke sett på ennå',
  unusualNone: 'Ingenting uvanlig venter.',
  unusualDone: 'Sett på',
  unusualToday: 'Uvanlig innsyn som ingen har sett på',
  unusualKinds: {
    'many-people': 'Mange personer på en dag',
    'odd-hours': 'Utenfor arbeidstiden',
    'same-surname': 'Samme etternavn som den ansatte',
  },
  unusualSays: {
    'many-people': (name: string, day: string, figure: number) =>
      `${name} så opplysninger om ${figure} personer ${day}.`,
    'odd-hours': (name: string, day: string, figure: number) =>
      `${name} gjorde ${figure} oppslag utenfor arbeidstiden ${day}.`,
    'same-surname': (name: string, day: string, figure: number) =>
      figure === 1
        ? `${name} åpnet ${day} én kunde med samme etternavn som sitt eget.`
        : `${name} åpnet ${day} ${figure} kunder med samme etternavn som sitt eget.`,
  },
  unusualUsual: (usual: string) => `Vanlig for denne ansatte er ${usual} om dagen de siste fire ukene.`,
  unusualNoUsual: 'Det er for få dager til å si hva som er vanlig for denne ansatte.',
  unusualWhy: {
    'many-people': (threshold: number, times: string) =>
      `Det sies fra når tallet er minst ${threshold} og minst ${times} ganger det vanlige.`,
    'odd-hours': (threshold: number, times: string) =>
      `Det sies fra når tallet er minst ${threshold} og minst ${times} ganger det vanlige. Helger og helligdager regnes som utenfor.`,
    'same-surname': (threshold: number) =>
      `Høyst ${threshold} kunder har dette etternavnet. At to heter det samme, betyr ikke at de er i slekt.`,
  },
  unusualLog: 'Se dagen i innsynsloggen',
  unusualNote: 'Hva som kom ut av det',
  unusualNoteHint: 'For eksempel: ringte kunder om en forsinket levering.',
  unusualNoteFault: 'Skriv hva som kom ut av det, med høyst 1000 tegn og uten kort- eller fødselsnummer.',
  unusualMark: 'Merk som sett på',
  unusualMarked: 'Funnet er merket som sett på.',
  unusualGone: 'Funnet var alt sett på.',
  unusualBy: (when: string, who: string) => `Sett på ${when} av ${who}:`,
};
