/**
 * The models of better-auth as tables of ours: each field has a column, or is dropped (never stored, read as null).
 * A field that stands in neither list is refused, so that an upgrade stores nothing that the policy does not describe.
 */

export interface Model {
  /** Qualified. */
  readonly table: string;
  /** Columns by field; `id` among them. */
  readonly columns: Readonly<Record<string, string>>;
  /** What better-auth hands over and we do not keep. */
  readonly dropped: readonly string[];
}

/** Texts longer than these are cut, so that nobody can fill a table through a header. */
export const LONGEST: Readonly<Record<string, number>> = { user_agent: 400, name: 100 };

export const MODELS: Readonly<Record<string, Model>> = {
  session: {
    table: 'kept.account_session',
    columns: {
      id: 'session_id',
      userId: 'account_id',
      token: 'token_digest',
      openedBy: 'opened_by',
      createdAt: 'opened_at',
      updatedAt: 'used_at',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
    dropped: [],
  },
  account: {
    table: 'kept.credential',
    columns: {
      id: 'credential_id',
      userId: 'account_id',
      providerId: 'provider',
      accountId: 'provider_subject',
      password: 'password_digest',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    // The provider has said who it is; nothing is asked of it afterwards.
    dropped: ['accessToken', 'refreshToken', 'idToken', 'accessTokenExpiresAt', 'refreshTokenExpiresAt', 'scope'],
  },
  verification: {
    table: 'kept.verification',
    columns: {
      id: 'verification_id',
      identifier: 'identifier_digest',
      value: 'sealed_value',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    dropped: [],
  },
  passkey: {
    table: 'kept.passkey',
    columns: {
      id: 'passkey_id',
      userId: 'account_id',
      name: 'name',
      credentialID: 'credential_identifier',
      publicKey: 'public_key',
      counter: 'counter',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      transports: 'transports',
      aaguid: 'authenticator',
      createdAt: 'created_at',
    },
    dropped: [],
  },
  twoFactor: {
    table: 'kept.second_step',
    columns: {
      id: 'second_step_id',
      userId: 'account_id',
      secret: 'sealed_secret',
      backupCodes: 'sealed_recovery_codes',
      verified: 'verified',
      failedVerificationCount: 'failed_attempts',
      lockedUntil: 'locked_until',
    },
    dropped: [],
  },
};

/** What sign-in does not do yet, with what it would take. */
export class UnsupportedByAdapter extends Error {
  override readonly name = 'UnsupportedByAdapter';
}

export function modelOf(name: string): Model {
  const model = MODELS[name];
  if (model !== undefined) return model;
  throw new UnsupportedByAdapter(
    `sign-in has no table for the model ${name}; add a migration, describe the table in data.yaml, and list it in models.ts`,
  );
}

/** The column of a field, or null where the field is dropped. */
export function columnOf(model: Model, field: string): string | null {
  const column = model.columns[field];
  if (column !== undefined) return column;
  if (model.dropped.includes(field)) return null;
  throw new UnsupportedByAdapter(
    `${model.table} has no column for the field ${field}; add it to models.ts, to a migration and to data.yaml`,
  );
}
