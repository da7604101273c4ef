/**
 * Going through who has access to what, and signing it. What is signed is what was seen: the page carries a digest of its
 * list, and a list that has changed since is shown again instead.
 */
import { createHash } from 'node:crypto';
import { isInForce, listStaff, type StaffMember, type StaffSession } from './store.ts';

/** A member of staff with access, and when they last acted for each purpose. */
export interface AccessHolder extends StaffMember {
  readonly used: ReadonlyMap<string, string>;
}

/** All who have access on a day. */
export async function accessList(session: StaffSession, today: string): Promise<readonly AccessHolder[]> {
  const staff = (await listStaff(session)).filter((member) => isInForce(member, today));
  const uses = await session.read(
    session.query.selectFrom('kept.staff_use').select(['staff_id', 'purpose', 'last_used_on']),
  );
  return staff.map((member) => ({
    ...member,
    used: new Map(
      uses.filter(({ staff_id: id }) => id === member.staffId).map((row) => [row.purpose, row.last_used_on]),
    ),
  }));
}

/** Of what a review is about: who has which roles, and until when. */
export function listingDigest(list: readonly AccessHolder[]): string {
  const lines = list.map(({ staffId, roles, accessUntil }) => [staffId, [...roles].sort(), accessUntil]);
  return createHash('sha256')
    .update(JSON.stringify(lines.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))))
    .digest('hex');
}

export interface ReviewSigned {
  readonly reviewId: string;
  readonly signedAt: Date;
  /** Who signed; null where their name is deleted. */
  readonly signer: string | null;
  readonly staffCount: number;
  readonly note: string | null;
}

/** Newest first. */
export async function readReviews(session: StaffSession, limit: number): Promise<readonly ReviewSigned[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.access_review as review')
      .leftJoin('kept.staff as signer', 'signer.staff_id', 'review.staff_id')
      .select(['review.staff_id', 'review.review_id', 'review.signed_at', 'review.staff_count', 'review.note'])
      .select(['signer.name'])
      .orderBy('review.signed_at', 'desc')
      .limit(limit),
  );
  return rows.map((row) => ({
    ...{ reviewId: row.review_id, signedAt: row.signed_at, signer: row.name },
    ...{ staffCount: row.staff_count, note: row.note },
  }));
}

interface Signing {
  readonly reviewId: string;
  /** The member of staff who signs. */
  readonly by: string;
  readonly at: Date;
  readonly today: string;
  readonly note: string | null;
  /** Of the list that was shown. */
  readonly digest: string;
}

/** @returns Whether it is signed; false when the list has changed since it was shown. */
export async function signReview(session: StaffSession, signing: Signing): Promise<boolean> {
  const { reviewId, by, at, today, note, digest } = signing;
  return await session.transaction(async (inner) => {
    const list = await accessList(inner, today);
    if (listingDigest(list) !== digest) return false;
    const review = { staff_id: by, review_id: reviewId, signed_at: at, staff_count: list.length, note };
    await inner.write(inner.query.insertInto('kept.access_review').values(review));
    const lines = list.map(({ staffId, roles, accessUntil, lastUsedAt }) => ({
      ...{ staff_id: staffId, review_id: reviewId, signed_at: at, roles: [...roles] },
      ...{ access_until: accessUntil, last_used_at: lastUsedAt },
    }));
    if (lines.length > 0) await inner.write(inner.query.insertInto('kept.access_review_line').values(lines));
    const body = { change: 'reviewed', review_id: reviewId, by, staff_count: list.length, listing: digest };
    await inner.append({ kind: 'staff-permission', personId: by, body });
    return true;
  });
}
