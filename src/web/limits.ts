/**
 * How often the same client, or anybody for the same address, may send a form. Counts stay in this process's memory: a
 * table of who tried what would itself be data about people, and one process serves the pages.
 */

export interface Limit {
  /** Times at most within the window. */
  readonly most: number;
  readonly windowSeconds: number;
}

/** `…ByClient`: from one IP address. `…ByAddress`: for one mail address, from anywhere. */
export const LIMITS = {
  registrationsByClient: { most: 10, windowSeconds: 3600 },
  registrationsByAddress: { most: 4, windowSeconds: 3600 },
  lookUpsByClient: { most: 20, windowSeconds: 3600 },
  ordersByClient: { most: 20, windowSeconds: 3600 },
  ordersByAddress: { most: 10, windowSeconds: 3600 },
  surveysByClient: { most: 20, windowSeconds: 900 },
  signInLinksByClient: { most: 10, windowSeconds: 900 },
  signInLinksByAddress: { most: 4, windowSeconds: 900 },
  linkTriesByClient: { most: 20, windowSeconds: 900 },
  passwordsByClient: { most: 20, windowSeconds: 900 },
  passwordsByAddress: { most: 8, windowSeconds: 900 },
  codesByClient: { most: 15, windowSeconds: 900 },
  providerByClient: { most: 20, windowSeconds: 900 },
  searchesByStaff: { most: 600, windowSeconds: 900 },
  suggestionsByStaff: { most: 600, windowSeconds: 300 },
  messagesByAccount: { most: 20, windowSeconds: 3600 },
  claimsByAccount: { most: 10, windowSeconds: 3600 },
  passwordChangesByAccount: { most: 8, windowSeconds: 900 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

export interface Limiter {
  /**
   * Counts a try.
   * @param key Whose; null is counted for nobody and always passes.
   * @returns Seconds to wait; 0 when it may go on.
   */
  take(name: LimitName, key: string | null): number;
}

/** Keys remembered before those whose window is over are thrown out. */
const MANY = 10_000;

export function createLimiter(now: () => Date): Limiter {
  const windows = new Map<string, { endsAt: number; count: number }>();
  return {
    take(name, key) {
      if (key === null) return 0;
      const { most, windowSeconds } = LIMITS[name];
      const at = now().getTime();
      if (windows.size > MANY) for (const [old, { endsAt }] of windows) if (endsAt <= at) windows.delete(old);
      const known = windows.get(`${name} ${key}`);
      const window =
        known === undefined || known.endsAt <= at ? { endsAt: at + windowSeconds * 1000, count: 0 } : known;
      window.count += 1;
      windows.set(`${name} ${key}`, window);
      return window.count <= most ? 0 : Math.ceil((window.endsAt - at) / 1000);
    },
  };
}
