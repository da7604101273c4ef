/** The words of the preference centre on My page, in bokmål. */
export const preferencesNb = {
  myPreferences: 'Preferanser',
  preferences: {
    question: 'Hva er du interessert i?',
    lead: 'Du velger selv, og valget gjelder fra du lagrer. Vi sender deg tilbud bare hvis du også har sagt ja til det.',
    consentGiven: 'Du har sagt ja til tilbud og nyheter.',
    consentMissing: 'Du har ikke sagt ja til tilbud og nyheter, så vi sender deg ingen.',
    consentLink: 'Se og endre hva du har sagt ja til',
    language: 'Hvilket språk vil du ha?',
    languages: { nb: 'Bokmål', en: 'Engelsk' },
    topics: 'Emner',
    topicNames: {
      walking: 'Turer i skog og mark',
      mountain: 'Fjellet',
      care: 'Stell av sko og støvler',
      services: 'Tjenester i butikken',
      food: 'Turmat',
    },
    channel: 'Hvor vil du ha det?',
    channels: { mail: 'E-post', sms: 'SMS' },
    save: 'Lagre valgene',
    saved: 'Valgene er lagret og gjelder nå.',
    statedOn: (date: string) => `Valgt av deg ${date}.`,
    profileQuestion: 'Hva slutter vi oss til om deg?',
    profileNone:
      'Ingenting. Vi slutter oss til noe ut fra det du har kjøpt, bare hvis du har sagt ja til at tilbudene tilpasses deg.',
    profileLead:
      'Dette er ikke noe du har fortalt oss. Vi har sluttet oss til det ut fra det du har kjøpt. Det avgjør bare hvilke tilbud du får, og det slettes straks du trekker samtykket tilbake.',
    inferred: 'Sluttet av oss',
    segments: { care: 'Stell og vedlikehold kan interessere deg', services: 'Tjenestene våre kan interessere deg' },
    segmentProduct: (product: string) => `${product} kan interessere deg`,
    rules: {
      'ordered-again': 'Fordi du har bestilt den minst to ganger på to år.',
      'owns-durable-goods': 'Fordi du har kjøpt noe som er ment å vare lenge.',
      'uses-services': 'Fordi du har bestilt tjenester minst to ganger på to år.',
    },
    computedOn: (date: string) => `Regnet ut ${date}.`,
    usedOn: (date: string) => `Sist brukt ${date}.`,
    neverUsed: 'Aldri brukt.',
    profileOff: 'Slå av: trekk tilbake samtykket',
  },
};
