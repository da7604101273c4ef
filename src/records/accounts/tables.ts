/** The tables of sign-in as the query builder types them; the migrations say the same to Postgres. */
import type { Generated } from 'kysely';
import type { PurposeSession } from '../../enforcement/index.ts';
import type { RecordTables, StaffTable } from '../tables.ts';

/** The last thing a person did to sign in. */
export type OpenedBy = 'link' | 'password' | 'passkey' | 'openid' | 'code' | 'recovery-code';

export interface AccountTables extends Pick<RecordTables, 'kept.outbox'> {
  'kept.account': {
    account_id: string;
    second_step: boolean;
    created_at: Date;
    updated_at: Date;
    last_signed_in_at: Date;
  };
  'kept.account_session': {
    account_id: string;
    session_id: string;
    token_digest: string;
    opened_by: OpenedBy;
    opened_at: Date;
    used_at: Date;
    expires_at: Date;
    ip_address: string | null;
    user_agent: string | null;
  };
  'kept.sign_in': {
    account_id: string;
    sign_in_id: string;
    at: Date;
    opened_by: OpenedBy;
    ip_address: string | null;
    user_agent: string | null;
  };
  'kept.credential': {
    account_id: string;
    credential_id: string;
    provider: string;
    provider_subject: string;
    password_digest: string | null;
    created_at: Date;
    updated_at: Date;
  };
  'kept.passkey': {
    account_id: string;
    passkey_id: string;
    name: string | null;
    credential_identifier: string;
    public_key: string;
    counter: number;
    device_type: string;
    backed_up: boolean;
    transports: string | null;
    authenticator: string | null;
    created_at: Date | null;
  };
  'kept.second_step': {
    account_id: string;
    second_step_id: string;
    sealed_secret: string;
    sealed_recovery_codes: string;
    verified: boolean;
    failed_attempts: number;
    locked_until: Date | null;
  };
  'kept.verification': {
    verification_id: string;
    account_id: string | null;
    identifier_digest: string;
    sealed_value: string;
    expires_at: Date;
    created_at: Date;
    updated_at: Date;
  };
  /** What sign-in may see of those who can have an account. */
  'kept.staff': Omit<StaffTable, 'created_at'>;
  'register.customer': {
    customer_id: string;
    account_id: string | null;
    email: string;
    email_verified_at: Generated<Date | null>;
  };
  'register.contact_person': {
    customer_id: string;
    contact_person_id: string;
    email: string | null;
    email_verified_at: Generated<Date | null>;
    registered_at: Date;
  };
}

export type AccountSession = PurposeSession<AccountTables>;

/** Does `work` for the purpose of signing in, as the system. */
export type AsSignIn = <T>(work: (session: AccountSession) => Promise<T>) => Promise<T>;
