import type { Call } from '../calls/call.ts';
import type { Edit } from '../calls/edit.ts';
import type { Language } from '../rules/rule.ts';
import { timeOf } from '../time/wall.ts';
import type { WallTime, WallWhen } from '../time/wall.ts';
import { weekNameOf } from '../time/week.ts';
import { readWhen } from './read-when.ts';
import type { ReadWhen } from './read-when.ts';

/** Where a call is moved to, and why. */
export interface Moving {
  readonly startsAt: WallWhen;
  /** Minutes; as before where it is left out. */
  readonly durationMinutes?: number | undefined;
  readonly because: string;
}

/** Reads the new time of a call. Who says only a day means the same time of day. */
export function readNewTime(
  text: string,
  call: Pick<Call, 'startsAt'>,
  now: WallTime,
  language: Language,
): ReadWhen {
  const read = readWhen(text, now, language);
  if (read.kind === 'problem') return read;
  const time = timeOf(call.startsAt);
  const isKept = timeOf(read.at) === undefined && time !== undefined;
  const full = isKept ? readWhen(`${read.at} ${time}`, now, language) : read;
  return full.kind === 'understood' && full.at === call.startsAt
    ? { kind: 'problem', key: 'move.same-time', values: {} }
    : full;
}

/**
 * A call as it stands after a move: within its ISO week the same record, in another week one of its own.
 * @param id of that record
 */
export function movedCall(call: Call, { startsAt, durationMinutes, because }: Moving, id: string): Call {
  const moved = {
    ...call,
    startsAt,
    durationMinutes: durationMinutes ?? call.durationMinutes,
    moves: [...(call.moves ?? []), { from: call.startsAt, because }],
  };
  return weekNameOf(call.startsAt) === weekNameOf(moved.startsAt)
    ? moved
    : { ...moved, id, movedFrom: call.id };
}

/**
 * Moves a call. Where it goes to another week, its record stays in the old one and says where it stands now.
 * @param check throws when the call, as it stands now, may not be moved
 * @returns the call at its new time
 */
export function moveCall(
  edit: Edit,
  call: Call,
  moving: Moving,
  id: string,
  check: (current: Call) => void,
): Call {
  let moved = call;
  const left = edit.updateCall(call, (current) => {
    check(current);
    moved = movedCall(current, moving, id);
    return moved.id === current.id ? moved : { ...current, status: 'moved', movedTo: moved.id };
  });
  return moved.id === left.id ? left : edit.addCall(moved);
}
