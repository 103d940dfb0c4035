/** Statements that by their nature read most of a table, and why. Each must be met, or it is no longer needed. */
export const allowedScans: readonly { readonly text: RegExp; readonly because: string }[] = [
  {
    text: /^select count\(\*\)::int as count from /,
    because: 'a total reads what it counts; it is asked only when somebody selects `totalCount`',
  },
  {
    text: /^select \S+ as code, count\(\*\)::int as count from campaigns\.campaign t[\s\S]* group by 1 /,
    because: '`campaignCounts` counts every campaign by what it shares with others',
  },
  {
    text: /^select distinct t\.organization_id as id from \w+\.figure t\s+where [\s\S]* and true$/,
    because: 'the report of the whole coalition counts who contributed, among all figures of its days',
  },
];
