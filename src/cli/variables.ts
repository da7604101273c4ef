/**
 * Everything that can be configured, one row a variable: the page `docs/reference/configuration.md` is derived from it.
 */
import type { LocalizedText } from '../policy/index.ts';

export interface Variable {
  readonly name: string;
  /** As the documentation shows it; empty for none. */
  readonly byDefault: string;
  readonly does: LocalizedText;
}

export const VARIABLES: readonly Variable[] = [
  {
    name: 'PORT',
    byDefault: '3000',
    does: { nb: 'Porten nettstedet svarer på.', en: 'The port that the web site answers on.' },
  },
  {
    name: 'KEPT_HOST',
    byDefault: '127.0.0.1',
    does: {
      nb: 'Adressen nettstedet lytter på. Sett 0.0.0.0 bak en omvendt mellomtjener.',
      en: 'The address that the web site listens on. Set 0.0.0.0 behind a reverse proxy.',
    },
  },
  {
    name: 'KEPT_BASE_URL',
    byDefault: 'http://localhost:PORT',
    does: {
      nb: 'Adressen folk når nettstedet på. Med https blir informasjonskapsler sikre og HSTS slås på.',
      en: 'The address people reach the web site at. With https, cookies become secure and HSTS is sent.',
    },
  },
  {
    name: 'KEPT_TRUST_PROXY',
    byDefault: '0',
    does: {
      nb: 'Hvor mange mellomtjenere som står foran nettstedet. Med 1 eller flere leses IP-adressen til den besøkende fra X-Forwarded-For, så mange ledd fra høyre; uten leses den bare fra forbindelsen.',
      en: 'How many proxies stand before the web site. With 1 or more the IP address of a visitor is read from X-Forwarded-For, so many hops from the right; without, from the connection alone.',
    },
  },
  {
    name: 'DATABASE_URL',
    byDefault: '',
    does: {
      nb: 'En PostgreSQL-tjener (16 eller nyere), som postgres://bruker:passord@vert/base. Brukeren eier basen og kan lage roller. Uten den brukes den innebygde.',
      en: 'A PostgreSQL server (16 or later), as postgres://user:password@host/database. The user owns the database and may create roles. Without it the embedded one is used.',
    },
  },
  {
    name: 'KEPT_DATA',
    byDefault: '.kept/',
    does: {
      nb: 'Mappen for den innebygde databasen, nøkler og sjekkpunkter.',
      en: 'The folder of the embedded database, keys and checkpoints.',
    },
  },
  {
    name: 'KEPT_POLICY',
    byDefault: 'policies/easy-step/',
    does: { nb: 'Mappen med policyen som gjelder.', en: 'The folder with the policy in force.' },
  },
  {
    name: 'KEPT_SECRET',
    byDefault: 'KEPT_DATA/secret',
    does: {
      nb: 'Hemmeligheten som rollenes passord og øktene avledes av, minst 32 tegn. Uten den lages en fil med rettighetene 0600.',
      en: 'The secret that role passwords and sessions are derived from, at least 32 characters. Without it a file with mode 0600 is made.',
    },
  },
  {
    name: 'KEPT_LEDGER_KEY',
    byDefault: 'KEPT_DATA/ledger.key',
    does: {
      nb: 'Filen med hovedbokens private nøkkel (Ed25519, PKCS #8 PEM). Lages ved første start.',
      en: 'The file with the ledger’s private key (Ed25519, PKCS #8 PEM). Made at first start.',
    },
  },
  {
    name: 'KEPT_WITNESS',
    byDefault: 'KEPT_DATA/witness/',
    does: {
      nb: 'Mappen som signerte sjekkpunkter skrives til, utenfor databasen. Legg den helst på en annen maskin.',
      en: 'The folder that signed checkpoints are written to, outside the database. Best on another machine.',
    },
  },
  {
    name: 'KEPT_SMTP_URL',
    byDefault: '',
    does: {
      nb: 'E-posttjeneren, som smtp://bruker:passord@vert:587. Uten den blir meldinger liggende i utboksen.',
      en: 'The mail server, as smtp://user:password@host:587. Without it messages stay in the outbox.',
    },
  },
  {
    name: 'KEPT_MAIL_FROM',
    byDefault: 'controller.email',
    does: { nb: 'Avsenderadressen for e-post.', en: 'The address that mail is sent from.' },
  },
  {
    name: 'KEPT_IMAP_URL',
    byDefault: '',
    does: {
      nb: 'Postkassen som henvendelser hentes fra, som imaps://bruker:passord@vert:993/INBOX. Alt som ligger i mappen, hentes og flyttes. Uten den kommer ingen e-post inn denne veien.',
      en: 'The mailbox that messages are taken from, as imaps://user:password@host:993/INBOX. All that lies in the folder is taken and moved. Without it no mail comes in this way.',
    },
  },
  {
    name: 'KEPT_IMAP_DONE',
    byDefault: 'Kept',
    does: {
      nb: 'Mappen i postkassen som e-post flyttes til når den er lagret.',
      en: 'The folder of the mailbox that mail is moved to once it is stored.',
    },
  },
  {
    name: 'KEPT_MAIL_HOOK_SECRET',
    byDefault: '',
    does: {
      nb: 'Hemmeligheten en e-posttilbyder viser når den leverer e-post (RFC 5322) til /api/incoming-mail, minst 32 tegn: som Authorization: Bearer … eller som signatur. Uten den finnes ikke adressen.',
      en: 'The secret that a mail provider shows when it hands over mail (RFC 5322) at /api/incoming-mail, at least 32 characters: as Authorization: Bearer … or as a signature. Without it there is no such address.',
    },
  },
  {
    name: 'KEPT_OIDC_ISSUER',
    byDefault: '',
    does: {
      nb: 'Utstederen for innlogging med OpenID Connect (BankID, Vipps, Entra …). Før opp informasjonskapselen kept.state i cookies.yaml. Adressen utstederen sender tilbake til, er KEPT_BASE_URL/api/auth/callback/openid.',
      en: 'The issuer for sign-in with OpenID Connect (BankID, Vipps, Entra …). List the cookie kept.state in cookies.yaml. The issuer sends people back to KEPT_BASE_URL/api/auth/callback/openid.',
    },
  },
  {
    name: 'KEPT_OIDC_CLIENT_ID',
    byDefault: '',
    does: { nb: 'Klient-ID hos utstederen.', en: 'The client id at the issuer.' },
  },
  {
    name: 'KEPT_OIDC_CLIENT_SECRET',
    byDefault: '',
    does: { nb: 'Klienthemmeligheten hos utstederen.', en: 'The client secret at the issuer.' },
  },
  {
    name: 'KEPT_OIDC_NAME',
    byDefault: 'OpenID Connect',
    does: { nb: 'Navnet på knappen for innlogging.', en: 'The name on the sign-in button.' },
  },
  {
    name: 'KEPT_LANGUAGE',
    byDefault: 'LANG',
    does: {
      nb: 'Språket på kommandolinjen: nb eller en. Uten den avgjør LANG.',
      en: 'The language of the command line: nb or en. Without it LANG decides.',
    },
  },
  {
    name: 'KEPT_LOG',
    byDefault: 'warn',
    does: {
      nb: 'Hvor mye som logges: fatal, error, warn, info, debug eller silent.',
      en: 'How much is logged: fatal, error, warn, info, debug or silent.',
    },
  },
  {
    name: 'KEPT_METRICS_TOKEN',
    byDefault: '',
    does: {
      nb: 'Den som har det, får måltallene på /metrics (Authorization: Bearer …), minst 16 tegn. Uten det svares bare maskinen selv, og bare når KEPT_BASE_URL er maskinen selv.',
      en: 'Whoever has it gets the figures at /metrics (Authorization: Bearer …), at least 16 characters. Without it only the machine itself is answered, and only while KEPT_BASE_URL is the machine itself.',
    },
  },
  {
    name: 'KEPT_COMPANY_REGISTER',
    byDefault: '',
    does: {
      nb: 'Registeret bedrifter slås opp i: https://data.brreg.no/enhetsregisteret/api. Verten må stå i recipients.yaml. Uten den slås ingen opp.',
      en: 'The register that companies are looked up in: https://data.brreg.no/enhetsregisteret/api. Its host must stand in recipients.yaml. Without it nobody is looked up.',
    },
  },
  {
    name: 'KEPT_CREDIT_URL',
    byDefault: '',
    does: {
      nb: 'Kredittopplysningsforetaket, som https://kreditt.example.com/v1 (docs/reference/credit-bureau.md). Verten må stå i recipients.yaml. Uten den hentes ingen kredittvurdering.',
      en: 'The credit bureau, as https://kreditt.example.com/v1 (docs/reference/credit-bureau.md). Its host must stand in recipients.yaml. Without it no credit is checked.',
    },
  },
  {
    name: 'KEPT_CREDIT_TOKEN',
    byDefault: '',
    does: {
      nb: 'Nøkkelen vi viser kredittopplysningsforetaket (Authorization: Bearer …).',
      en: 'The token shown to the credit bureau (Authorization: Bearer …).',
    },
  },
];
