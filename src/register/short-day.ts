/** A day as it stands in tables and on bills: `07.12.2026`, and `7 Dec 2026` in English, where the two would be confused. */
import type { Language } from '../policy/index.ts';

/** @param day `YYYY-MM-DD`. */
export function shortDay(day: string, language: Language): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  if (language === 'nb') return `${dayOfMonth}.${month}.${year}`;
  const at = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
