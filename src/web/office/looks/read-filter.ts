/** What of the log is asked for, from the address: keys, names of the policy and days, never a person's name. */

import { Temporal } from 'temporal-polyfill';
import { dayOf, type LogFilter } from '../../../records/index.ts';
import type { WebContext } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';

/** Days that are shown when none are asked for, and at most. */
const DAYS_SHOWN = 7;
export const MOST_DAYS = 92;

export const ACTIONS = ['read', 'write', 'count', 'export', 'refused'] as const;

export interface LogAsked {
  readonly filter: LogFilter;
  readonly place: number | null;
  /** The period is too long or runs backwards; nothing is looked up then. */
  readonly fault: boolean;
}

export function readLogAsked(context: WebContext, { policy, now }: Pick<WebParts, 'policy' | 'now'>): LogAsked {
  const asked = (name: string): string => context.req.query(name) ?? '';
  const today = dayOf(now(), policy);
  const until = dayIn(asked('until')) ?? today;
  const from =
    dayIn(asked('from')) ??
    Temporal.PlainDate.from(until)
      .subtract({ days: DAYS_SHOWN - 1 })
      .toString();
  const days = Temporal.PlainDate.from(from).until(until).total('days');
  const place = Number(asked('place'));
  return {
    filter: {
      ...{ from, until, timeZone: policy.controller.timeZone },
      personId: isUuid(asked('person')) ? asked('person') : null,
      staffId: isUuid(asked('staff')) ? asked('staff') : null,
      purpose: Object.hasOwn(policy.purposes, asked('for')) ? asked('for') : null,
      action: ACTIONS.find((action) => action === asked('action')) ?? null,
      withSystem: asked('system') === 'yes',
    },
    place: Number.isSafeInteger(place) && place > 0 ? place : null,
    fault: days < 0 || days >= MOST_DAYS,
  };
}

function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}

/** The query that asks for the same again, with what is changed. */
export function logQuery(filter: LogFilter, change: Readonly<Record<string, string | null>> = {}): string {
  const { from, until, personId, staffId, purpose, action, withSystem } = filter;
  const fields = {
    ...{ person: personId, staff: staffId, for: purpose, action, from, until },
    ...{ system: withSystem ? 'yes' : null },
    ...change,
  };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
  return new URLSearchParams(given).toString();
}
