/** The part of `node:fs` that the store uses. It is handed in, so that a test can let any one call fail. */
export type FileSystem = Pick<
  typeof import('node:fs'),
  | 'closeSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;
