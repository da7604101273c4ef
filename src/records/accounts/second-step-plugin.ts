/**
 * Asks for the second step after a mail link and after OpenID Connect too: better-auth's own plugin asks only after a
 * password. The challenge is the one that plugin makes, so that its verification, attempts and lock apply.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';

/** Seconds to enter the code in. */
export const SECOND_STEP_SECONDS = 600;
const PATHS = ['/magic-link/verify', '/callback/:id'];

export const secondStepAfterEveryWayIn = (): BetterAuthPlugin => ({
  id: 'kept-second-step',
  hooks: {
    after: [
      {
        matcher: ({ path }) => PATHS.includes(path ?? ''),
        handler: createAuthMiddleware(async (ctx) => {
          const opened = ctx.context.newSession;
          if (opened === null || opened.user.twoFactorEnabled !== true) return;
          const { internalAdapter, secret } = ctx.context;
          deleteSessionCookie(ctx, true);
          await internalAdapter.deleteSession(opened.session.token);
          ctx.context.setNewSession(null);
          const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: SECOND_STEP_SECONDS });
          const identifier = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(opened.session.createdAt.getTime() + SECOND_STEP_SECONDS * 1000);
          await internalAdapter.createVerificationValue({ value: opened.user.id, identifier, expiresAt });
          await internalAdapter.createVerificationValue({
            ...{ value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt },
          });
          await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        }),
      },
    ],
  },
});
