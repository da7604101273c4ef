/** The words of answering a survey in bokmål. */
export const surveyNb = {
  survey: 'Hvordan gikk det?',
  surveyLead:
    'Svaret lagres uten navn og uten kobling til deg: bare poengene, det du krysser av, og måneden. Derfor kan vi heller ikke finne det igjen og endre det.',
  surveyScore: 'Hvor fornøyd er du?',
  surveyScores: { 1: 'Svært misfornøyd', 2: 'Misfornøyd', 3: 'Verken eller', 4: 'Fornøyd', 5: 'Svært fornøyd' },
  surveyReasons: 'Hva betydde mest? Kryss av det som passer.',
  surveyReasonNames: {
    product: 'Varen eller tjenesten',
    delivery: 'Leveringen',
    price: 'Prisen',
    service: 'Hjelpen jeg fikk',
    website: 'Nettsiden',
  },
  surveySend: 'Send svaret',
  surveyFault: 'Velg hvor fornøyd du er, på en skala fra 1 til 5.',
  surveyThanks: 'Takk for svaret',
  surveyThanksNext: 'Det hjelper oss å rette det som er galt. Vi spør deg ikke igjen på minst et halvt år.',
  surveyOver: 'Lenken virker ikke lenger',
  surveyOverNext:
    'Den er brukt, eller tiden er ute. Vil du si noe til oss likevel, finner du e-post og telefon nederst på siden.',
  surveyStop: 'Ikke spør meg igjen',
};
