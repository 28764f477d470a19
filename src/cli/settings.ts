import { isAbsolute, join } from 'node:path';
import { isLanguage } from '../messages.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import type { World } from '../world.ts';
import { readIfThere } from '../read-if-there.ts';
import { UserError } from '../user-error.ts';

/** What the user has settled for all commands, in a file of her own. */
export interface Settings {
  readonly language?: Language | undefined;
  readonly weekStart?: (typeof WEEK_STARTS)[number] | undefined;
  /** The folder of the store. */
  readonly data?: string | undefined;
  /** So many days after a signature, or after the last call since, something should be planned. */
  readonly nothingPlannedDays?: number | undefined;
}

const KEYS = ['language', 'weekStart', 'data', 'nothingPlannedDays'];
const WEEK_STARTS = ['monday', 'sunday'] as const;
const NOTHING_PLANNED_DAYS = 14;

/**
 * Reads the user's configuration; without the file everything is at its default.
 * @throws UserError naming the file and the key that is wrong
 */
export function readSettings(world: World): Settings {
  const file = join(configFolder(world), 'config.json');
  const bytes = readIfThere(world.fs, file);
  return bytes === undefined ? {} : checkSettings(bytes.toString('utf8'), file);
}

function checkSettings(text: string, file: string): Settings {
  const value = parseObject(text.replace(/^\uFEFF/, ''), file);
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key)) throw new UserError('config.unknown-key', { file, key, keys: KEYS.join(', ') });
  }
  const language = oneOf(value, 'language', LANGUAGES, file);
  const weekStart = oneOf(value, 'weekStart', WEEK_STARTS, file);
  const { data } = value;
  if (data !== undefined && typeof data !== 'string') {
    throw new UserError('config.wrong-value', { file, key: 'data', values: '"/…"' });
  }
  return { language, weekStart, data, nothingPlannedDays: daysIn(value, 'nothingPlannedDays', file) };
}

function daysIn(settings: Readonly<Record<string, unknown>>, key: string, file: string): number | undefined {
  const value = settings[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new UserError('config.wrong-days', { file, key });
  }
  return value;
}

function oneOf<Value extends string>(
  settings: Readonly<Record<string, unknown>>,
  key: string,
  known: readonly Value[],
  file: string,
): Value | undefined {
  const given = settings[key];
  const value = known.find((one) => one === given);
  if (value === undefined && given !== undefined) {
    throw new UserError('config.wrong-value', { file, key, values: known.join(', ') });
  }
  return value;
}

function parseObject(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, as for any other thing that is no object.
  }
  throw new UserError('config.not-json', { file });
}

/** `--lang` decides in which language the help and every error is said, so it is looked for before anything else. */
export function languageAsked(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  const word = options[at] ?? '';
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : options[at + 1];
}

/** The language to speak: `--lang`, then PLAN_CALL_LANG, the configuration, the environment, English. */
export function languageFor(asked: string | undefined, settings: Settings, env: World['env']): Language {
  if (asked !== undefined) {
    const language = asked.toLowerCase();
    if (!isLanguage(language))
      throw new UserError('error.language', { given: asked, languages: LANGUAGES.join(', ') });
    return language;
  }
  const environment = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const wished = [env['PLAN_CALL_LANG'] ?? '', settings.language ?? '', environment.slice(0, 2)];
  return wished.map((text) => text.toLowerCase()).find(isLanguage) ?? 'en';
}

/** After how many days with nothing planned an account that has signed is pointed out. */
export function nothingPlannedDays(settings: Settings): number {
  return settings.nothingPlannedDays ?? NOTHING_PLANNED_DAYS;
}

/** The folder of the store: `--data`, then PLAN_CALL_DATA, the configuration, the platform's folder for data. */
export function dataFolder(asked: string | undefined, settings: Settings, world: World): string {
  const given = asked ?? (world.env['PLAN_CALL_DATA'] || settings.data);
  if (given === '') throw new UserError('error.empty-option', { option: '--data' });
  if (given !== undefined) return isAbsolute(given) ? given : join(world.cwd, given);
  return folderOf(world, 'XDG_DATA_HOME', ['.local', 'share'], 'Application Support', 'APPDATA');
}

/** The folder for what the user, or her company, has settled. */
export function configFolder(world: World): string {
  return folderOf(world, 'XDG_CONFIG_HOME', ['.config'], 'Application Support', 'APPDATA');
}

/** The folder for what can be lost without harm: the draft of a call that was not finished. */
export function stateFolder(world: World): string {
  return folderOf(world, 'XDG_STATE_HOME', ['.local', 'state'], 'Application Support', 'LOCALAPPDATA');
}

/** The program's folder of one kind on this platform. XDG says that a relative path is to be ignored. */
function folderOf(world: World, xdg: string, unix: readonly string[], mac: string, windows: string): string {
  const { env, home, platform } = world;
  const wished = env[xdg];
  if (wished !== undefined && isAbsolute(wished)) return join(wished, 'plan-call');
  if (platform === 'darwin') return join(home, 'Library', mac, 'plan-call');
  if (platform === 'win32') return join(env[windows] || join(home, 'AppData', 'Roaming'), 'plan-call');
  return join(home, ...unix, 'plan-call');
}
