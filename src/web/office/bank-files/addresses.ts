/** Where a bank file and an amount of one are, and how their days are written. */
import { dateInWords } from '../../../notice/index.ts';
import type { Language } from '../../../policy/index.ts';
import { addressOf } from '../../addresses.ts';
import { type Desk, withPurpose } from '../desk.tsx';

export function bankFileAddress(desk: Desk, fileId: string, entryNumber?: number, deed?: string): string {
  const path = [addressOf('officeBankFiles', desk.frame.language), fileId, entryNumber, deed];
  return withPurpose(path.filter((part) => part !== undefined).join('/'), desk.purpose?.name ?? null);
}

/** @param day ISO 8601. */
export const dayText = (day: string, language: Language): string => dateInWords(day, language);
