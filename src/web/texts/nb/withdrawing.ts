/** Ordene om å angre et kjøp på Min side. */
export const withdrawingNb = {
  withdrawing: {
    start: 'Angre kjøpet',
    title: (number: number) => `Angre bestilling ${number}`,
    lead: 'Du trenger ikke å gi noen grunn. Ingenting er gjort før du bekrefter.',
    name: 'Navnet ditt',
    contract: 'Du angrer',
    receiptTo: 'Kvitteringen kommer til',
    lastDay: 'Siste dag du kan angre',
    whatFollows: 'Bestillingen avbestilles. Har du betalt noe, får du det tilbake innen 14 dager.',
    whatFollowsSent:
      'Vi sender ikke mer av bestillingen. Det du har fått, sender du tilbake innen 14 dager, og pengene får du tilbake innen 14 dager. Vi kan vente med pengene til varene er kommet tilbake, eller til du viser at de er sendt. Du kan måtte betale for returen.',
    confirm: 'Bekreft at du angrer kjøpet',
    back: 'Tilbake uten å angre',
    statement: 'Jeg går fra avtalen (angrerett).',
    done: 'Du har angret kjøpet. Kvitteringen er sendt på e-post.',
    notNow: 'Denne bestillingen kan ikke angres nå. Er du uenig, så ta kontakt.',
    withdrawnOn: (date: string) => `Du angret kjøpet ${date}.`,
    seeCase: 'Se saken',
    caseTitle: (number: number) => `Angret kjøp ${number}`,
    moneyBy: 'Pengene er tilbake senest',
  },
};
