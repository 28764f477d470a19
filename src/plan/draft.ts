import type { Channel, Rhythm } from '../calls/call.ts';
import type { Stage } from '../rules/rule.ts';
import type { WallWhen } from '../time/wall.ts';

/** A planned call as far as it has been answered. */
export interface Draft {
  readonly account?: string | undefined;
  readonly contact?: string | undefined;
  readonly startsAt?: WallWhen | undefined;
  readonly durationMinutes?: number | undefined;
  readonly channel?: Channel | undefined;
  readonly stage?: Stage | undefined;
  readonly purpose?: string | undefined;
  readonly customerBenefit?: string | undefined;
  readonly expectedOutcome?: string | undefined;
  readonly minimumOutcome?: string | undefined;
  readonly agenda?: readonly string[] | undefined;
  readonly preparation?: readonly string[] | undefined;
  /** How often the call recurs. */
  readonly repeat?: Rhythm | 'never' | undefined;
  /** Warnings that were kept, and why. */
  readonly overrides?: readonly { readonly rule: string; readonly because: string }[] | undefined;
}

/** A draft in which everything that a call needs is there. */
export type Answers = Draft & {
  readonly [
    Field in 'account' | 'startsAt' | 'durationMinutes' | 'channel' | 'stage' | 'purpose'
  ]: NonNullable<Draft[Field]>;
};

/** What a call needs and no default can supply. */
export const NEEDED = ['account', 'startsAt', 'purpose'] as const satisfies readonly (keyof Draft)[];
export type Needed = Draft & Pick<Answers, (typeof NEEDED)[number]>;

/** Is everything there that no default can supply? */
export function hasNeeded(draft: Draft): draft is Needed {
  return NEEDED.every((field) => draft[field] !== undefined);
}

/** Is everything there that a call needs? */
export function isComplete(draft: Draft): draft is Answers {
  return (
    hasNeeded(draft) &&
    draft.durationMinutes !== undefined &&
    draft.channel !== undefined &&
    draft.stage !== undefined
  );
}
