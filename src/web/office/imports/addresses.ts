/** Where an import is. */
import { addressOf } from '../../addresses.ts';
import { type Desk, withPurpose } from '../desk.tsx';

export function importAddress(desk: Desk, importId: string, deed?: string): string {
  const path = [addressOf('officeImports', desk.frame.language), importId, deed];
  return withPurpose(path.filter((part) => part !== undefined).join('/'), desk.purpose?.name ?? null);
}
