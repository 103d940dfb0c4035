/** One page: `rows` has a column `nth` from 1 and a row more than the page, which tells of a next one. */
export const page = (node: string, rows: string, first: string) => `(
  select json_build_object(
    'nodes', coalesce(json_agg(${node} order by nth) filter (where nth <= ${first}), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > ${first}))
  from (${rows} limit ${first} + 1) row)`;

export const nodes = (node: string, rows: string, first: string) => `(
  select json_build_object('nodes', coalesce(json_agg(${node} order by nth), '[]'))
  from (${rows} limit ${first}) row)`;

export const inLanguage = (text: string, language: string) =>
  `json_build_object('value', ${text} ->> ${language})`;

export const byName = (alias: string, language: string) =>
  `case ${language} when 'ar' then ${alias}.sort_ar else ${alias}.sort_en end, ${alias}.id`;

export const ranked = (select: string, from: string, orderBy: string) =>
  `select ${select}, row_number() over (order by ${orderBy}) as nth from ${from} order by ${orderBy}`;

/** What a campaign does or brings about. */
export const lines = (table: string, language: string, fields = '', parent = 'row') => `(
        select coalesce(json_agg(json_build_object(${fields}
          'id', line.id, 'description', ${inLanguage('line.description', language)},
          'quantity', case when line.quantity is not null then json_build_object(
            'value', line.quantity, 'unit', json_build_object('code', line.unit), 'basis', line.basis) end
        ) order by line.position, line.id), '[]')
        from campaigns.${table} line where line.subject_id = ${parent}.id)`;
