import { provisionSql } from '../../shared/database/provision';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { guardedTables, type Mutant } from './mutant';

/** Mistakes in how row security is written down, in every table of a subgraph at once. */
const rewritings: readonly (readonly [what: string, wrong: RegExp, right: string])[] = [
  ['levels for the public are not asked', /sharing_level = 'PUBLIC'/g, 'true'],
  [
    'levels for the coalition are not asked',
    /sharing_level in \('COALITION_SUMMARY', 'COALITION', 'PUBLIC'\)/g,
    'true',
  ],
  ['levels under an agreement are not asked', /sharing_level in \('COALITION', 'PUBLIC'\)/g, 'true'],
  [
    'agreements are not asked',
    /organization_id = any \(\(select hub\.viewer_partners\('[^']+'\)\)::text\[\]\)/g,
    'true',
  ],
  ['whoever may, may with all rows', /organization_id = \(select hub\.viewer_organization\(\)\) and /g, ''],
  [
    'what is for others is for own rows too',
    /organization_id is distinct from \(select hub\.viewer_organization\(\)\) and /g,
    '',
  ],
  ['roles are not asked', /\(select hub\.viewer_may\('\{[^}]*\}', '[^']*'(, true)?\)\)/g, 'true'],
  ['tools are not asked', /\(select hub\.tool_may\('\{[^}]*\}', '[^']*'\)\)/g, 'true'],
  ['hidden organisations are shown', /create policy hidden_organizations on [^;]*;/g, ''],
  ['row security is not forced', /, force row level security/g, ''],
  ['row security is off', /alter table \S+ enable row level security, force row level security;/g, ''],
  ['changes of a level are not guarded', /create or replace trigger level_guard[^;]*;/g, ''],
  ['caps are not guarded', /create or replace trigger guard_cap[^;]*;/g, ''],
  [
    'everybody may read',
    /grant select on (\S+) to tahaluf_(?!identity|auditor)\w+;/g,
    'grant select on $1 to public;',
  ],
];

export function rewrittenMutants(definition: SubgraphDefinition, sql: string): Mutant[] {
  const tables = guardedTables(definition).map(({ table }) => table);
  return rewritings
    .filter(([, wrong]) => sql.search(wrong) >= 0)
    .map(([what, wrong, right]) => ({
      kind: 'the generated SQL',
      what: `${definition.name}: ${what}`,
      definition,
      policy: definition.policy,
      tables,
      rewrite: (text) => text.replace(wrong, right),
    }));
}

/** Mistakes in what row security asks of the viewer. */
const misread: readonly (readonly [what: string, wrong: string, right: string])[] = [
  [
    'what was narrowed counts',
    ` and not (role || ':' || may) = any (hub.claims('narrowed')));\ncreate or replace function hub.tool_may`,
    ');\ncreate or replace function hub.tool_may',
  ],
  ['roles do not matter', 'where role = any (roles) and', 'where'],
  ['dormant roles count', `case when dormant then hub.claims('dormant') end`, `hub.claims('dormant')`],
  ['a tool needs no scope', `return may = any (hub.claims('scopes')) and`, 'return'],
  [
    'a tool needs no grantor',
    `exists (select from unnest(hub.claims('grantors')) as held(role)\n      where role = any (grantors)`,
    `exists (select from (values ('')) as held(role)\n      where true`,
  ],
  [
    'what tools lost counts',
    ` and not ('TOOL:' || may) = any (hub.claims('narrowed'))\n    and exists`,
    '\n    and exists',
  ],
  [
    'what grantors lost counts',
    ` and not (role || ':' || may) = any (hub.claims('narrowed')));\n-- What a tool`,
    ');\n-- What a tool',
  ],
  ['everybody is a tool', 'return hub.viewer_tool() is not null and', 'return'],
  ['an agreement opens every group', `\n    where split_part(pair, '|', 2) = group_name);`, ');'],
  ['nobody is hidden', `return hub.claims('hidden')`, `return '{}'::text[]`],
  [
    'levels are anybody’s to change',
    'and not (old.organization_id = hub.viewer_organization() and hub.viewer_may(tg_argv[0]::text[], tg_argv[1]))',
    'and false',
  ],
];

export function functionMutants(definition: SubgraphDefinition): Mutant[] {
  const tables = guardedTables(definition).map(({ table }) => table);
  const right = viewerFunctions();
  return misread.map(([what, wrong, instead]) => {
    const functions = right.replace(wrong, instead);
    if (functions === right) throw new Error(`"${what}" changes nothing`);
    return {
      kind: 'what row security asks of the viewer',
      what: `${definition.name}: ${what}`,
      definition,
      policy: definition.policy,
      tables,
      functions,
    };
  });
}

/** The functions as the hub makes them. */
export function viewerFunctions(): string {
  const text = provisionSql([], 'any secret');
  const [first, last] = [
    'create or replace function hub.claims',
    'create or replace function hub.guard_level',
  ];
  return text.slice(text.indexOf(first), text.indexOf('end $$;', text.indexOf(last)) + 'end $$;'.length);
}
