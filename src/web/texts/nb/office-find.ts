/** The words of finding a customer while one types, in bokmål. */
export const officeFindNb = {
  suggestions: 'Forslag',
  suggested: (count: number) =>
    count === 0
      ? 'Ingen forslag. Trykk Søk for å lete etter noe som ligner.'
      : count === 1
        ? '1 forslag. Velg med piltastene og åpne med Enter.'
        : `${count} forslag. Velg med piltastene og åpne med Enter.`,
  suggestFailed: 'Forslagene kom ikke frem. Trykk Søk i stedet.',
  searchedTooOften: (seconds: number) =>
    `Du har søkt mange ganger på kort tid. Vent ${seconds === 1 ? 'ett sekund' : `${seconds} sekunder`}, og prøv igjen.`,
  foundContact: (names: string) => `Kontaktperson: ${names}`,
  tooManyFound: (most: number) => `Flere enn ${most} ligner. Skriv mer av navnet for å skille dem fra hverandre.`,
};
