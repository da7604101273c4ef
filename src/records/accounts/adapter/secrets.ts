/** What of a model never lies open in its table, and how it is read back. */
import type { Seal } from '../../../enforcement/index.ts';
import { accountOfAddress } from '../account-address.ts';
import { digestOf } from './digest.ts';
import type { Condition, Row } from './statements.ts';

/** Turns values into what is stored. */
export function closed(modelName: string, data: Row, seal: Seal): Row {
  if (modelName === 'session' && typeof data.token === 'string') return { ...data, token: digestOf(data.token) };
  if (modelName === 'verification' && typeof data.value === 'string') return { ...data, value: seal.seal(data.value) };
  return data;
}

/** Sessions are looked for by the digest of what the browser showed. */
export function closedConditions(modelName: string, conditions: readonly Condition[]): readonly Condition[] {
  if (modelName !== 'session') return conditions;
  return conditions.map((condition) => {
    if (condition.field !== 'token') return condition;
    const { value } = condition;
    return {
      ...condition,
      value: Array.isArray(value) ? value.map((one) => digestOf(String(one))) : digestOf(String(value)),
    };
  });
}

/** @param token What the browser showed, where a session was made for it or found by it. */
export function opened(modelName: string, row: Row, seal: Seal, token: string | null): Row {
  if (modelName === 'session' && token !== null) return { ...row, token };
  if (modelName === 'verification' && typeof row.value === 'string') return { ...row, value: seal.open(row.value) };
  return row;
}

/** The token that a statement names; null when it names none or several. */
export function tokenIn(modelName: string, conditions: readonly Condition[]): string | null {
  if (modelName !== 'session') return null;
  const found = conditions.find(({ field, operator }) => field === 'token' && operator === 'eq');
  return typeof found?.value === 'string' ? found.value : null;
}

/** Whose a verification is, from what better-auth wrote into it; null while nobody knows. */
export function accountInVerification(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = accountOfAddress(`${value}@account.invalid`);
  if (plain !== null) return plain;
  const parsed = parsedObject(value);
  if (typeof parsed.email === 'string') return accountOfAddress(parsed.email);
  const { userData } = parsed;
  const id = typeof userData === 'object' && userData !== null && 'id' in userData ? userData.id : null;
  return typeof id === 'string' ? accountOfAddress(`${id}@account.invalid`) : null;
}

function parsedObject(text: string): Row {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
