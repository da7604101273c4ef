/** Addresses of pages that lie below a customer, and the door to them: staff, acting for one of some purposes. */

import type { Language } from '../../../policy/index.ts';
import { ADDRESSES, type PageName } from '../../addresses.ts';
import type { WebContext } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { askedWhy } from '../customer/asked-why.tsx';
import { atDesk, type Desk, withPurpose } from '../desk.tsx';
import { purposeNeeded } from './purpose-needed.tsx';

/** The pattern of a route with ids below a page, as `/kontor/henvendelser/:customer/:message`. */
export const routeBelow = (page: PageName, language: Language, ...ids: readonly string[]): string =>
  [ADDRESSES[page][language], ...ids.map((id) => `:${id}{${UUID}}`)].join('/');

/** The address below a page, for the purpose acted for. */
export const addressBelow = ({ frame, purpose }: Desk, page: PageName, ...ids: readonly string[]): string =>
  withPurpose([ADDRESSES[page][frame.language], ...ids].join('/'), purpose?.name ?? null);

/** A desk whose purpose is one of those that a page is for. */
export interface ActingDesk extends Desk {
  readonly purpose: NonNullable<Desk['purpose']>;
}

/**
 * Lets staff to a page that some purposes have; for another purpose, or none, it shows which of their own they can take.
 * @param ids What stands below the page in its address.
 */
export function atDeskFor(
  context: WebContext,
  parts: WebParts,
  page: PageName,
  ids: readonly string[],
  purposes: readonly string[],
  work: (desk: ActingDesk) => Promise<Response>,
): Promise<Response> {
  const path = (language: Language): string => [ADDRESSES[page][language], ...ids].join('/');
  return atDesk(context, parts, { nb: path('nb'), en: path('en') }, async (desk) => {
    const { purpose } = desk;
    if (purpose !== null && purposes.includes(purpose.name)) {
      const acting = { ...desk, purpose };
      return (await askedWhy(context, parts, acting)) ?? (await work(acting));
    }
    return purposeNeeded(context, desk, page, purposes);
  });
}
