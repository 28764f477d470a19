/** What a column of a table can mean to us. */
export const OUR_NAMES = [
  'purpose',
  'benefit',
  'outcome',
  'agenda',
  'preparation',
  'discussion',
  'account',
  'contact',
  'date',
  'owner',
  'status',
  'result',
  'stage',
  'channel',
  'id',
  'done',
  'requests',
  'commitments',
  'next',
] as const;
export type OurName = (typeof OUR_NAMES)[number];

/** Which column is meant, where the user says so: `{ purpose: 'Subject' }`. */
export type ColumnMap = Readonly<Partial<Record<OurName, string>>>;
