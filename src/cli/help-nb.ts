/** What help says in bokmål, by what it says in English. A test holds that nothing is missing. */

export const HELP_NB: Readonly<Record<string, string>> = {
  'The customer system that keeps its own privacy statement.': 'Kundesystemet som holder sin egen personvernerklæring.',
  'display help for command': 'vis hjelp for en kommando',
  'start the database and the web site, with the policy in force':
    'start databasen og nettstedet, med policyen som gjelder',
  'ask about a company, and write a policy folder of its own':
    'spør om en bedrift, og skriv en policymappe som er dens egen',
  'where to write it: a folder that does not exist, or that is empty':
    'hvor den skrives: en mappe som ikke finnes, eller som er tom',
  'who is given data: "hosting=Company;NO,SE;agreement;signed;review by"':
    'hvem som får opplysninger: "hosting=Bedrift;NO,SE;avtale;signert;gjennomgås innen"',
  'countries where the customer system with its backups lies': 'landene der kundesystemet og sikkerhetskopiene ligger',
  'security measures that are in place and were looked at today, or none':
    'sikkerhetstiltak som er på plass og er sett på i dag, eller none',
  'take what is proposed without asking': 'ta det som foreslås uten å spørre',
  'do what is due once a day; "kept start" runs this by itself':
    'gjør det som skal gjøres hver dag; «kept start» gjør det selv',
  'policy folder; KEPT_POLICY unless given': 'policymappen; KEPT_POLICY om den ikke nevnes',
  'print the diagnostics as JSON': 'skriv merknadene som JSON',
  'exit with 2 when there are findings': 'avslutt med 2 når det er merknader fra loven',
  'read a policy folder and say everything that is wrong with it': 'les en policymappe og si alt som er galt med den',
  'show what apply would do, and what it means for the data that is there':
    'vis hva apply ville gjort, og hva det betyr for opplysningene som finnes',
  'make the database what the policy says, in one transaction': 'gjør databasen slik policyen sier, i én transaksjon',
  'print the promises as JSON': 'skriv løftene som JSON',
  'run every control and say of each promise whether it holds': 'kjør alle kontroller og si om hvert løfte holdes',
  'a purpose of the policy': 'et formål i policyen',
  'print the connection URL of a purpose, for psql and other programs; it holds a password':
    'skriv adressen et formål kobler seg til med, for psql og andre programmer; den inneholder et passord',
  'the address that the customer is registered with': 'e-postadressen kunden er registrert med',
  'how many looks at most': 'hvor mange innsyn det høyst skal vises',
  'who has looked at a customer, when and for which purpose':
    'hvem som har sett på en kunde, når og for hvilket formål',
  'how many messages at most': 'hvor mange meldinger det høyst skal vises',
  'print the messages as JSON': 'skriv meldingene som JSON',
  'the mail that waits to be sent, whole; each look stands in the log of its addressee':
    'e-posten som venter på å bli sendt, hel; hvert innsyn står i loggen til mottakeren',
  'what a customer has said yes to': 'hva en kunde har sagt ja til',
  'record a consent that a customer gave by telephone or at the counter':
    'registrer et samtykke som en kunde ga på telefon eller ved skranken',
  'withdraw the consent of a customer': 'trekk tilbake samtykket til en kunde',
  'a purpose of the policy that rests on consent': 'et formål i policyen som bygger på samtykke',
  'the append-only record of what happened': 'hovedboken over det som har skjedd; den kan bare vokse',
  'recompute every entry and compare with what was signed and witnessed':
    'regn ut hver innførsel på nytt, og sammenlign med det som er signert og bevitnet',
  'sign what the ledger has become, and keep the signature outside the database':
    'signer hovedboken slik den er blitt, og ta vare på signaturen utenfor databasen',
  'how many entries at most': 'hvor mange innførsler det høyst skal vises',
  'print the entries as JSON': 'skriv innførslene som JSON',
  'the entries, the newest first': 'innførslene, de nyeste først',
  'the number of the entry, as list shows it': 'nummeret på innførselen, slik list viser det',
  'where to write it; standard output unless given': 'hvor det skrives; til skjermen om det ikke nevnes',
  'export the proof that an entry stands in the ledger (C2SP tlog-proof)':
    'skriv beviset for at en innførsel står i hovedboken (C2SP tlog-proof)',
  'a proof that "kept ledger proof" wrote': 'et bevis som «kept ledger proof» har skrevet',
  'the public key of the ledger, as "kept ledger key" shows it':
    'hovedbokens offentlige nøkkel, slik «kept ledger key» viser den',
  'check a proof with its file and the key alone, without a database':
    'kontroller et bevis med filen og nøkkelen alene, uten database',
  'the public key that checkpoints and proofs are checked with':
    'den offentlige nøkkelen som kontrollpunkter og bevis kontrolleres med',
  'who works here, in which roles and until when': 'hvem som arbeider her, i hvilke roller og hvor lenge',
  'the address that the member of staff signs in with': 'e-postadressen den ansatte logger inn med',
  'their name': 'navnet',
  'roles of the policy, as sales,support': 'roller i policyen, som sales,support',
  'the last day of their access, as 2027-06-30': 'siste dag med tilgang, som 2027-06-30',
  'the last day of their access, as 2027-06-30; none for as long as they work here':
    'siste dag med tilgang, som 2027-06-30; none så lenge de arbeider her',
  'for a temporary role: the recipient of the policy that they come from, as auditor':
    'for en midlertidig rolle: mottakeren i policyen de kommer fra, som auditor',
  'for a temporary role: why they are let in': 'for en midlertidig rolle: hvorfor de slippes inn',
  'let somebody in': 'gi noen tilgang',
  'all who work or have worked here': 'alle som arbeider eller har arbeidet her',
  'give somebody other roles, or another last day': 'gi noen andre roller eller en annen siste dag',
  'end the access and every session of somebody': 'avslutt tilgangen og alle øktene til noen',
  'for whoever has lost what they make the second step with':
    'for den som har mistet det de gjør det andre trinnet med',
  'print a one-time link to sign in with': 'skriv en lenke som kan brukes til å logge inn én gang',
  'where to write them': 'hvor de skrives',
  'write the JSON Schemas of the policy files': 'skriv JSON-skjemaene for policyfilene',
};

/** Headings of help. */
export const TITLES_NB: Readonly<Record<string, string>> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
};

const near = (name: string | undefined): string => (name === undefined ? '' : ` Mente du «${name}»?`);

/** What commander complains of, and how that is said. */
export const COMPLAINTS_NB: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^error: unknown command '(.*?)'(?:\n\(Did you mean (.*)\?\))?/,
    (_, name, other) => `feil: kommandoen «${name}» finnes ikke.${near(other)}`,
  ],
  [
    /^error: unknown option '(.*?)'(?:\n\(Did you mean (.*)\?\))?/,
    (_, name, other) => `feil: valget «${name}» finnes ikke.${near(other)}`,
  ],
  [/^error: missing required argument '(.*?)'/, (_, name) => `feil: «${name}» mangler; se --help`],
  [/^error: required option '(.*?)' not specified/, (_, name) => `feil: «${name}» må være med; se --help`],
  [/^error: option '(.*?)' argument missing/, (_, name) => `feil: «${name}» mangler en verdi; se --help`],
  [/^error: too many arguments.*/, () => 'feil: det er for mange argumenter; se --help'],
  [/^error: /, () => 'feil: '],
];
