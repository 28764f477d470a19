import type { Call } from '../../calls/call.ts';
import type { MessageKey } from '../../messages.ts';

/** What a planned call still lacks. */
export function missingFrom(call: Call): Extract<MessageKey, `field.${string}`>[] {
  if (call.status !== 'planned') return [];
  const missing: Extract<MessageKey, `field.${string}`>[] = [];
  if (call.customerBenefit === undefined) missing.push('field.benefit');
  if (call.agenda.length === 0) missing.push('field.agenda');
  if (call.preparation.length === 0) missing.push('field.preparation');
  return missing;
}
