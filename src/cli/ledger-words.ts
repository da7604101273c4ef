/** What can go wrong with a proof, in the reader's words: a proof is checked by people who have nothing else of Kept. */
import { LedgerError, type LedgerErrorCode } from '../enforcement/index.ts';
import type { LocalizedText } from '../policy/index.ts';

const WORDS: Partial<Record<LedgerErrorCode, LocalizedText>> = {
  'entry-unknown': {
    nb: 'Hovedboken har ingen oppføring med dette nummeret. «kept ledger list» viser numrene.',
    en: 'The ledger has no entry of this number. "kept ledger list" shows the numbers.',
  },
  'entry-not-covered': {
    nb: 'Oppføringen er ikke signert ennå. Kjør «kept ledger checkpoint», og hent beviset på nytt.',
    en: 'The entry is not signed yet. Run "kept ledger checkpoint" and export the proof again.',
  },
  'proof-malformed': {
    nb: 'Filen er ikke et bevis i formatet tlog-proof, eller en del av den er borte.',
    en: 'The file is not a proof in the tlog-proof format, or a part of it is missing.',
  },
  'proof-wrong': {
    nb: 'Beviset stemmer ikke: oppføringen står ikke slik i hovedboken som ble signert.',
    en: 'The proof is wrong: the entry does not stand like this in the ledger that was signed.',
  },
  'note-malformed': {
    nb: 'Sjekkpunktet i filen er ikke et signert notat.',
    en: 'The checkpoint in the file is not a signed note.',
  },
  'note-not-signed': {
    nb: 'Sjekkpunktet er ikke signert med denne nøkkelen, eller det er endret etterpå.',
    en: 'The checkpoint is not signed with this key, or it was changed afterwards.',
  },
  'checkpoint-malformed': {
    nb: 'Sjekkpunktet er ikke gyldig for hovedboken som nøkkelen hører til.',
    en: 'The checkpoint is not one of the ledger that the key belongs to.',
  },
  'key-unusable': {
    nb: 'Nøkkelen kan ikke brukes. Skriv den hele, slik «kept ledger key» viser den: navn+id+nøkkel.',
    en: 'The key cannot be used. Write it whole, as "kept ledger key" shows it: name+id+key.',
  },
};

/** @returns null for whatever is not an answer to the reader: it is thrown on. */
export function ledgerWords(error: unknown): LocalizedText | null {
  return error instanceof LedgerError ? (WORDS[error.code] ?? null) : null;
}
