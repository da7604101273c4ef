/** The files of a policy folder: seven in YAML, two notice texts. */

export const YAML_FILE_NAMES = [
  'controller.yaml',
  'data.yaml',
  'purposes.yaml',
  'retention.yaml',
  'recipients.yaml',
  'cookies.yaml',
  'security.yaml',
] as const;
export type YamlFileName = (typeof YAML_FILE_NAMES)[number];

export const NOTICE_FILE_NAMES = ['notice.nb.md', 'notice.en.md'] as const;
/** Every file that a policy folder has; others in the folder are left alone. */
export const POLICY_FILE_NAMES: readonly string[] = [...YAML_FILE_NAMES, ...NOTICE_FILE_NAMES];
