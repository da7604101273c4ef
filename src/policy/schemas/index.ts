/** The schema of each YAML file, and the JSON Schema that editors complete and check with. */
import { z } from 'zod';
import type { YamlFileName } from '../files.ts';
import { type ControllerText, controllerSchema } from './controller.ts';
import { type CookiesText, cookiesSchema } from './cookies.ts';
import { type DataText, dataSchema } from './data.ts';
import { type PurposesText, purposesSchema } from './purposes.ts';
import { type RecipientsText, recipientsSchema } from './recipients.ts';
import { type RetentionText, retentionSchema } from './retention.ts';
import { type SecurityText, securitySchema } from './security.ts';

export const SCHEMAS = {
  'controller.yaml': controllerSchema,
  'data.yaml': dataSchema,
  'purposes.yaml': purposesSchema,
  'retention.yaml': retentionSchema,
  'recipients.yaml': recipientsSchema,
  'cookies.yaml': cookiesSchema,
  'security.yaml': securitySchema,
} as const satisfies Record<YamlFileName, z.ZodType>;

/** Every file as its schema read it. */
export interface PolicyText {
  readonly 'controller.yaml': ControllerText;
  readonly 'data.yaml': DataText;
  readonly 'purposes.yaml': PurposesText;
  readonly 'retention.yaml': RetentionText;
  readonly 'recipients.yaml': RecipientsText;
  readonly 'cookies.yaml': CookiesText;
  readonly 'security.yaml': SecurityText;
}

/** The JSON Schema (draft 2020-12) of one file, as it is published in `schema/`. */
export function jsonSchemaOf(file: YamlFileName): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(SCHEMAS[file], { io: 'input', unrepresentable: 'any' });
}
