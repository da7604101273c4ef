/**
 * How an add-on service stands: it runs, runs until a day that is set, or is over. What it was and what was confirmed
 * stays afterwards. Pure.
 */
export const ADD_ON_STATES = ['running', 'ending', 'ended'] as const;
export type AddOnState = (typeof ADD_ON_STATES)[number];

export function addOnState({ ended_at: endedAt }: { readonly ended_at: Date | null }, now: Date): AddOnState {
  if (endedAt === null) return 'running';
  return endedAt > now ? 'ending' : 'ended';
}
