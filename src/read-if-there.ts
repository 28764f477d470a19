import { errorCode, errorText } from './system-error.ts';
import { UserError } from './user-error.ts';
import type { World } from './world.ts';

/**
 * What a file of the user's holds; nothing where there is none.
 * @throws UserError naming a file that is there and cannot be read
 */
export function readIfThere(fs: Pick<World['fs'], 'readFileSync'>, path: string): Buffer | undefined {
  try {
    return fs.readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw new UserError('error.unreadable', { path, reason: errorText(error) });
  }
}
