/** Every diagnostic in Norwegian bokmål. */
import type { Messages } from './message.ts';

export const NB: Messages = {
  'KEPT-101': {
    says: 'Filen kan ikke leses som YAML ({yamlCode}).',
    help: 'Se på innrykk, anførselstegn og kolon på denne linjen og den over.',
  },
  'KEPT-102': { says: 'Filen {file} mangler.', help: 'En policymappe har alle ni filene; `kept init` skriver dem.' },
  'KEPT-103': {
    says: 'Ukjent nøkkel «{key}» i {where}.',
    help: '{?suggestion: Mente du «{suggestion}»?} {?known: Mulig her: {known}.}',
  },
  'KEPT-104': { says: 'Nøkkelen «{key}» mangler i {where}.', help: 'Legg til «{key}: …» under denne linjen.' },
  'KEPT-105': { says: '{where} har feil slags verdi.', help: 'Ventet her: {expected}.' },
  'KEPT-106': {
    says: '{where} har en verdi som ikke er blant de mulige.',
    help: '{?suggestion: Mente du «{suggestion}»?} Mulige: {choices}.',
  },
  'KEPT-107': { says: '{where} har ikke den formen den må ha.', help: '{form}' },
  'KEPT-108': { says: '{where} er tom, for kort eller for lang.', help: 'Grensen er {limit}.' },
  'KEPT-109': {
    says: '{where} passer ikke med noen av måtene å skrive det på.',
    help: '{?known: Mulige nøkler: {known}.}',
  },
  'KEPT-201': {
    says: 'Kategorien «{name}» er ikke beskrevet i data.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv den under categories, eller bruk en som finnes.',
  },
  'KEPT-202': {
    says: 'Den registrerte typen «{name}» er ikke beskrevet i data.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv den under data_subjects.',
  },
  'KEPT-203': {
    says: 'Tabellen «{name}» er ikke beskrevet i data.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv den under tables, med hver kolonne.',
  },
  'KEPT-204': {
    says: 'Kolonnen «{name}» er ikke beskrevet for denne tabellen.',
    help: '{?suggestion: Mente du «{suggestion}»?} Hver kolonne som brukes, må beskrives i data.yaml.',
  },
  'KEPT-205': {
    says: 'Rollen «{name}» er ikke beskrevet i purposes.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv den under roles.',
  },
  'KEPT-206': {
    says: 'Formålet «{name}» er ikke beskrevet i purposes.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv det under purposes.',
  },
  'KEPT-207': {
    says: 'Radene i {table} er ikke selv personer.',
    help: 'Eierskap må ende i en tabell som eier seg selv: `belongs_to: { self: … }`.',
  },
  'KEPT-208': {
    says: 'Tabellen {table} er beskrevet to ganger.',
    help: 'Behold én; et navn uten skjema betyr `register`.',
  },
  'KEPT-209': {
    says: 'Ingen lagringsregel dekker tabellen {table}, så radene ville blitt liggende for alltid.',
    help: 'Nevn den under `keep` i en regel i retention.yaml (art. 5 nr. 1 bokstav e).',
  },
  'KEPT-210': {
    says: 'Formålet «{name}» har grunnlaget {basis}, men nevner ingen lov.',
    help: 'Legg til `law:` med lov og paragraf (art. 6 nr. 3).',
  },
  'KEPT-211': {
    says: 'Formålet «{name}» ber om samtykke, men sier ikke med hvilke ord.',
    help: 'Legg til `consent_text:` på nb og en (art. 7 nr. 2).',
  },
  'KEPT-212': {
    says: 'Formålet «{name}» har ord for samtykke, men grunnlaget {basis}.',
    help: 'Ta bort `consent_text`, eller gjør samtykke til grunnlag. Et formål har ett grunnlag.',
  },
  'KEPT-214': {
    says: 'Kontrollen «{name}» finnes ikke.',
    help: '{?suggestion: Mente du «{suggestion}»?} Nevn en som kjøres, eller før den opp under controls_not_built.',
  },
  'KEPT-215': {
    says: 'Kontrollen «{name}» er ført opp som ikke bygd, men den finnes.',
    help: 'Ta den bort fra controls_not_built.',
  },
  'KEPT-217': {
    says: 'Kolonnen {column} har en kategori, men ingen etikett.',
    help: 'Legg til nb og en: folk leser dem på sin egen side.',
  },
  'KEPT-218': {
    says: 'Den registrerte typen «{name}» har en tabell, men ingen nøkkel.',
    help: 'Legg til `key:` med kolonnen som skiller én person fra en annen.',
  },
  'KEPT-219': {
    says: 'Tabellen {table} ligger i skjemaet {schema}, som er beskrevet som helhet.',
    help: 'Beskriv skjemaet eller tabellene, ikke begge.',
  },
  'KEPT-220': {
    says: 'Rader i {table} lister flere personer og har derfor ingen egne tillatelser.',
    help: 'Legg til `gate: { none: { nb: …, en: … } }` med grunnen.',
  },
  'KEPT-221': {
    says: 'Kolonnen {column} er kryptert eller hashet og kan ikke sammenlignes.',
    help: 'Bruk en kolonne som databasen kan lese.',
  },
  'KEPT-222': {
    says: 'Det er {count} formål; en rad har plass til {most}.',
    help: 'Slå sammen formål som har samme grunnlag og samme data.',
  },
  'KEPT-223': {
    says: 'Navnet på formålet «{name}» er for langt.',
    help: 'Høyst {most} tegn: det blir del av navnet på en databaserolle.',
  },
  'KEPT-224': {
    says: '{table} har kategorier av personopplysninger og vedlikeholdes derfor ikke som helhet.',
    help: 'Nevn kategoriene under `records` i stedet.',
  },
  'KEPT-225': {
    says: 'Formålet «{name}» viser folk deres egne rader, men er ikke bare for dem.',
    help: '`own_rows_only` hører sammen med `open_to: [data-subject]` og uten roller for ansatte.',
  },
  'KEPT-226': {
    says: 'Tabellen {table} er ikke i bruk, men er navngitt i {where}.',
    help: 'Ta bort navnet her, eller ta bort `unused: true` fra tabellen i data.yaml.',
  },
  'KEPT-227': {
    says: 'Den midlertidige rollen «{role}» kan handle for «{name}», som gir folk tilgangen deres.',
    help: 'Ta rollen bort fra formålet: den som er her en tid, bestemmer ikke selv hvor lenge.',
  },
  'KEPT-230': {
    says: 'Vilkåret i {where} gjør mer enn å sammenligne kolonner i {table} med verdier.',
    help: "Skriv det som kind = 'private' eller sent_at is not null, bundet sammen med and, or, not; funksjoner og delspørringer går ikke.",
  },
  'KEPT-301': {
    says: 'Nettleserhjelp står i stedet for et valg: {items} lagres uten samtykke.',
    help: 'Innstillinger i en nettleser er ikke samtykke; spør før noe lagres.',
  },
  'KEPT-302': {
    says: '«{name}» ({class}) lagres uten samtykke.',
    help: 'Gi den et `purpose` med samtykke som grunnlag, eller klar deg uten.',
  },
  'KEPT-303': {
    says: '«{name}» kalles nødvendig, men ikke hvorfor.',
    help: 'Legg til `necessary_because`: hvilken tjeneste den besøkende ba om, som ikke virker uten.',
  },
  'KEPT-304': {
    says: 'Formålet «{name}» er direkte markedsføring på et grunnlag som ikke kan bære det.',
    help: 'Bruk samtykke.',
  },
  'KEPT-305': {
    says: 'Regelen «{rule}» bevarer data fordi en lov sier det, men intet formål har rettslig forpliktelse som grunnlag.',
    help: 'Beskriv plikten som et eget formål.',
  },
  'KEPT-306': {
    says: 'Formålet «{name}» profilerer folk, og policyen sier det ikke slik loven krever.',
    help: 'Legg til `profiling` med hva som utledes, fra hva og med hvilken virkning, på samtykke eller berettiget interesse.',
  },
  'KEPT-307': {
    says: 'Intet formål lar folk nå sine egne data.',
    help: 'Beskriv ett med `own_rows_only: true` og `open_to: [data-subject]`.',
  },
  'KEPT-308': {
    says: 'Lagringsregelen «{name}» svarer «så lenge det er nødvendig» på hvor lenge.',
    help: 'Oppgi en periode eller en hendelse.',
  },
  'KEPT-309': {
    says: 'Kolonnen {column} ser ut som et betalingskortnummer.',
    help: 'Behold i stedet leverandørens token, kortmerket og de fire siste sifrene.',
  },
  'KEPT-310': {
    says: 'Ingen mottaker er beskrevet.',
    help: 'Nevn hvem som lagrer, sender, frakter, krever inn og reviderer.',
  },
  'KEPT-311': {
    says: 'Mottakeren «{name}» er utenfor EØS ({countries}) uten overføringsgrunnlag.',
    help: 'Legg til `transfer` med grunnlag, henvisning og dato for sjekk.',
  },
  'KEPT-312': {
    says: 'Kolonnen {column} har et pseudonym og beskrives som om den ikke sier noe om en person.',
    help: 'Et pseudonym er en personopplysning: gi det en kategori.',
  },
  'KEPT-313': {
    says: 'Lageret «{name}» har data i {countries}, som stedene for data utelater.',
    help: 'La data_locations si hvor dataene er.',
  },
  'KEPT-314': {
    says: '«{name}» settes av {provider}, som ikke er en beskrevet mottaker.',
    help: 'Beskriv leverandøren i recipients.yaml; det kan være felles behandlingsansvar.',
  },
  'KEPT-315': {
    says: 'Nettleserhjelpen for {browser} er foreldet, ukryptert eller ikke på norsk.',
    help: 'Lenk til den gjeldende norske siden over https.',
  },
  'KEPT-316': { says: 'Versjonen mangler sted eller godkjenner.', help: 'Si hvor og av hvem den ble godkjent.' },
  'KEPT-317': {
    says: 'Det står ikke fullt ut hvordan man klager.',
    help: 'Oppgi adressen til tilsynet og en complaint_url med https.',
  },
  'KEPT-318': {
    says: 'Formålet «{name}» markedsfører til folk ut fra data fra andre, uten avveining.',
    help: 'Legg til `balancing`, og informer folk innen en måned.',
  },
  'KEPT-319': {
    says: 'Formålet «{name}» registrerer kredittopplysninger på et grunnlag som ikke bærer det.',
    help: 'Bruk legitimate-interest med `balancing`: en konkret kredittrisiko.',
  },
  'KEPT-320': {
    says: 'Versjonen er fra {date}, før forordningen ble norsk lov.',
    help: 'Gå gjennom policyen mot gjeldende rett og dater den på nytt.',
  },
  'KEPT-321': {
    says: 'Aldersgrensen {age} er lavere enn barns samtykkealder.',
    help: 'Bruk 13 eller mer, eller beskriv hvordan foreldre samtykker.',
  },
  'KEPT-322': {
    says: 'Samtykket til «{name}» er ikke fritt: {category} må gis for å få tjenesten.',
    help: 'Gjør det frivillig, eller finn grunnlaget tjenesten egentlig har.',
  },
  'KEPT-323': {
    says: 'Ingenting sier hvilke data en person må gi.',
    help: 'Merk kolonnene det spørres om, med `mandatory: true`.',
  },
  'KEPT-324': {
    says: 'Databehandleren «{name}» har ingen avtale.',
    help: 'Legg til `agreement` med henvisning, dato og gjennomgang.',
  },
  'KEPT-325': {
    says: 'Formålet «{name}» hviler på en berettiget interesse som ikke er avveid.',
    help: 'Legg til `balancing`: interessen, hvorfor det er nødvendig, hvorfor den veier tyngst.',
  },
  'KEPT-326': {
    says: 'Intet formål leser kategorien «{name}».',
    help: 'Ikke ha det som ikke trengs, eller si hva det skal brukes til.',
  },
  'KEPT-327': {
    says: 'Formålet «{name}» lar en maskin bestemme alene.',
    help: 'La et menneske bestemme, eller vis hvilket unntak i art. 22 nr. 2 som gjelder.',
  },
  'KEPT-328': {
    says: 'Kolonnen {column} ser ut som et fødselsnummer.',
    help: 'Det krever en saklig grunn og at ingen annen måte gir sikker identifisering.',
  },
  'KEPT-329': {
    says: 'Kategorien «{name}» er særlig.',
    help: 'Se til at et grunnlag i art. 9 nr. 2 gjelder og er ført.',
  },
  'KEPT-330': {
    says: 'Regelen «{name}» bevarer regnskapsmateriale i {period}, som er for kort.',
    help: 'Tre år og seks måneder for sekundær-, fem år for primærdokumentasjon.',
  },
  'KEPT-331': {
    says: 'Regelen «{name}» teller ikke fra regnskapsårets slutt.',
    help: 'Bruk `after: { end_of_year: … }`.',
  },
  'KEPT-332': {
    says: 'Ingen risikovurdering er beskrevet.',
    help: 'Vurder hva som kan gå galt, legg til `risk_assessment:` med dato og sammendrag, og lov det i erklæringen.',
  },
  'KEPT-333': {
    says: 'Ingen gjennomgang av regelverket er beskrevet.',
    help: 'Gå gjennom regelverket, legg til `legal_review:` med dato og ansvarlig, og lov det i erklæringen.',
  },
  'KEPT-334': {
    says: 'Interesseavveiningen for «{name}» har ingen dato: den er et utkast ingen står bak ennå.',
    help: 'Vei interessene, rett tekstene, og legg til `assessed_on:`.',
  },
  'KEPT-335': {
    says: 'Det er ikke utpekt personvernombud, og ikke sagt hvorfor.',
    help: 'Si under `because:` hvorfor artikkel 37 nr. 1 ikke krever det, eller utpek et.',
  },
  'KEPT-336': {
    says: 'Ingen sikkerhetstiltak av slaget {kind} er beskrevet.',
    help: 'Beskriv dem dere har, under `measures:`, hvert med datoen det sist ble sett på.',
  },
  'KEPT-401': {
    says: 'Erklæringen nevner ikke formålet «{name}».',
    help: 'Gå gjennom policy.purposes, eller vis etiketten.',
  },
  'KEPT-402': {
    says: 'Erklæringen nevner ikke kategorien «{name}».',
    help: 'Gå gjennom policy.categories, eller vis etiketten.',
  },
  'KEPT-403': {
    says: 'Erklæringen nevner ikke mottakeren «{name}».',
    help: 'Gå gjennom policy.recipients, eller vis etiketten.',
  },
  'KEPT-404': {
    says: 'Erklæringen nevner ikke lagringsregelen «{name}».',
    help: 'Gå gjennom policy.retention, eller vis etiketten.',
  },
  'KEPT-405': {
    says: 'Erklæringen nevner ikke rettigheten «{name}».',
    help: 'Skriv den mellom {% right {name} %} og {% endright %}.',
  },
  'KEPT-406': {
    says: 'Løftet «{id}» er ikke beskrevet i security.yaml.',
    help: '{?suggestion: Mente du «{suggestion}»?} Beskriv det under promises, med kontrollene sine.',
  },
  'KEPT-407': {
    says: 'Løftet «{id}» står bare på ett av språkene.',
    help: 'De to erklæringene bærer de samme løftene.',
  },
  'KEPT-408': { says: 'Malen kan ikke settes: {problem}', help: 'Se på taggene og navnene på denne linjen.' },
  'KEPT-409': {
    says: 'Løftet «{id}» i security.yaml står ingen steder i denne erklæringen.',
    help: 'Skriv setningen mellom {% promise {id} %} og {% endpromise %}.',
  },
  'KEPT-410': {
    says: 'Erklæringen nevner ikke lagringsposten «{name}».',
    help: 'Gå gjennom policy.storage, eller vis navnet.',
  },
  'KEPT-411': { says: 'Filen {file} mangler.', help: 'En policy har en erklæring på hvert språk.' },
  'KEPT-412': {
    says: 'Løftet «{id}» går utover avsnittet sitt.',
    help: 'Lukk det med {% endpromise %} i samme avsnitt eller listepunkt.',
  },
  'KEPT-413': {
    says: 'Det som er brettet sammen med {% more %}, begynner eller slutter inne i noe annet.',
    help: 'Sett {% more … %} og {% endmore %} på hver sin linje mellom avsnitt, ikke inne i et listepunkt.',
  },
};

/** Hva en form heter, med et eksempel som har den. */
export const FORMS_NB: Readonly<Record<string, string>> = {
  name: 'Små bokstaver, ord med bindestrek mellom, som contact-details.',
  identifier: 'Et databasenavn med små bokstaver, som legal_name.',
  table: 'En tabell, som customer eller kept.staff.',
  column: 'En kolonne med tabellen sin, som delivery.completed_at.',
  duration: 'En varighet etter ISO 8601, som P3Y6M eller P90D.',
  date: 'En dato i kalenderen, som 2026-11-23.',
  'month-day': 'Måned og dag, som 12-31.',
  email: 'En e-postadresse, som post@example.no.',
  phone: 'Et telefonnummer med landkode, som +4772606060.',
  'https-url': 'En nettadresse, som https://example.no/.',
  country: 'Et land med to bokstaver, som NO.',
  'account-number': 'Elleve siffer med rett kontrollsiffer, som 86011117947.',
  host: 'Navnet på en maskin uten protokoll, port eller sti, som mail.example.com.',
  'organisation-number': 'Ni siffer med rett kontrollsiffer, som 123456785.',
  'postal-code': 'Et postnummer, som 7030.',
  'time-zone': 'En IANA-tidssone, som Europe/Oslo.',
  step: 'Et steg til en annen tabell, som order_id -> sales_order.order_id.',
  lifetime: 'session, eller en varighet etter ISO 8601, som P90D eller PT10M.',
  'duration-or-date': 'En varighet etter ISO 8601 eller en dato.',
  'time-of-day': 'Et klokkeslett, som "07:00".',
  'session-lifetime': 'En varighet etter ISO 8601 av dager, timer og minutter, som PT8H.',
  'promise-id': 'P og et tall, som P12.',
  text: 'En annen form for tekst.',
};
