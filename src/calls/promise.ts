export const PROMISERS = ['us', 'customer'] as const;
export const PROMISE_STATUSES = ['open', 'done', 'dropped'] as const;

/** Something that we, or the customer, promised to do by a day. */
export type Promised = {
  schema: number;
  id: string;
  /** The account's name. */
  account: string;
  by: (typeof PROMISERS)[number];
  what: string;
  /** The last day on which it is kept in time, `2026-11-26`. */
  due: string;
  status: (typeof PROMISE_STATUSES)[number];
  /** Why it was dropped. */
  because?: string | undefined;
  /** The id of the call in which it was made. */
  call?: string | undefined;
  /** The day on which it was done or dropped. */
  endedOn?: string | undefined;
  /** Its adding was undone: it counts as if it were not there. */
  withdrawn?: boolean | undefined;
};

/** How an open promise ends: it is kept, or given up for a reason. */
export type PromiseEnd =
  { readonly status: 'done' } | { readonly status: 'dropped'; readonly because: string };
