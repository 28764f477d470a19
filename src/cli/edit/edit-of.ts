import type { Call } from '../../calls/call.ts';
import type { Judged } from '../plan/gate.ts';

/** That an edit of a call is judged. */
export function editOf(call: Call): Judged {
  return { before: [call], refused: 'edit.refused', held: 'edit.held' };
}
