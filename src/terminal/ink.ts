import { Chalk } from 'chalk';
import type { ChalkInstance } from 'chalk';
import type { Output, World } from '../world.ts';

/** The width to write for where the terminal does not say, and when piped. */
const DEFAULT_WIDTH = 80;

/**
 * Colours for a stream. NO_COLOR comes before FORCE_COLOR, and both before what the stream is; colour never carries
 * meaning alone. (chalk by itself does not know NO_COLOR.)
 */
export function inkFor(output: Output, env: World['env']): ChalkInstance {
  return new Chalk({ level: isColoured(output, env) ? 1 : 0 });
}

function isColoured(output: Output, env: World['env']): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

/** How many columns there are to write in. */
export function widthOf(output: Output, env: World['env']): number {
  const columns = output.columns ?? Number(env['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}
