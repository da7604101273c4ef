/** The words of figures and of customer surveys in bokmål. */
export const officeFiguresNb = {
  figuresSmall: (least: number) =>
    `Står det «<${least}», er det færre enn ${least} bak tallet, eller ingen. Summene er av det som vises, så ingenting kan regnes ut ved å trekke fra.`,
  figuresUnder: (least: number) => `<${least}`,
  figuresProduct: 'Vare eller tjeneste',
  figuresTotal: 'Sum av det som vises',
  figuresNothing: 'Ingen grupper er store nok til å vises ennå.',
  figuresChart: 'De siste tolv månedene sett under ett, etter vare',
  figuresOpen: 'Tabell måned for måned',
  salesLead: 'Antall solgte enheter per måned. Bare tall fra minst fem kunder vises, og ingen kunde kan ses her.',
  salesChart: 'Solgte enheter etter vare',
  usageLead:
    'Hvor mange som har brukt hver vare, regnet som personer per dag. Hver har en kode i stedet for navn, laget med en nøkkel som bare finnes den dagen og bare i minnet. Ingen kan føres tilbake til noen, og den som har protestert, telles ikke.',
  usageKinds: { viewed: 'Sett på', ordered: 'Bestilt', searched: 'Søkt etter', supported: 'Spurt om' },
  usageKind: 'Slags bruk',
  usageChart: (kind: string) => `Personer per dag etter vare: ${kind.toLowerCase()}`,

  surveysLead:
    'Etter en levering kan kunden bli spurt hvordan det gikk: høyst én gang i halvåret, aldri den som har sagt nei, og uten reklame. Svarene er uten navn og uten kobling til invitasjonen.',
  surveyNow: 'Spørsmålet som er i bruk',
  surveyNoneNow: 'Ingen undersøkelse er i bruk. Da blir ingen spurt.',
  surveyStopAll: 'Slutt å spørre',
  surveyStopped: 'Ingen blir spurt lenger.',
  surveyNew: 'Ta et nytt spørsmål i bruk',
  surveyName: 'Navn på undersøkelsen',
  surveyNameHint: 'Bare dere ser det.',
  surveyQuestionNb: 'Spørsmålet på bokmål',
  surveyQuestionEn: 'Spørsmålet på engelsk',
  surveyQuestionHint: 'Ett spørsmål som kan besvares fra svært misfornøyd til svært fornøyd. Uten reklame.',
  surveyStart: 'Ta i bruk',
  surveyStarted: 'Spørsmålet er i bruk. Invitasjoner sendes hver natt.',
  surveyMonth: 'Måned',
  surveyAnswers: 'Svar',
  surveyAverage: 'Snitt av 1 til 5',
  surveyTicked: 'Det som betydde mest',
  surveyNoAnswers: 'Ingen svar ennå.',
  surveyChart: 'Snitt per måned',
  surveyFaults: {
    name: 'Skriv et navn på høyst 100 tegn.',
    questionNb: 'Skriv spørsmålet på bokmål, høyst 300 tegn.',
    questionEn: 'Skriv spørsmålet på engelsk, høyst 300 tegn.',
  },
};
