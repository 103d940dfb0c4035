import { linkKeyOf } from '../../../subgraphs/campaigns/signature/signature-link';
import { type OracleViewer, permittingTerms } from '../../testkit/permission-oracle';
import {
  conditionsOf,
  levelsOf,
  type PlantedRow as OracleRow,
  personalGroups,
  seesHidden,
} from '../../testkit/table-conditions';
import type { Mark } from './marks';
import { hiddenOrganizations, organizations, partnersOf } from './organizations';
import { type Actor, hashOf, narrowed } from './people';
import type { PlantedRow } from './world';

/** The actor in the words of the specification, as far as one group is concerned. */
export function viewerFor(actor: Actor, group: string, shownLinks: readonly string[] = []): OracleViewer {
  const dormant = actor.organization === 'gone';
  return {
    organization: actor.organization && organizations[actor.organization],
    person: actor.person,
    roles: dormant ? [] : actor.roles,
    ...(dormant && { dormant: actor.roles }),
    partners: actor.organization ? partnersOf(actor.organization, group) : [],
    narrowed: actor.organization === 'south' ? narrowed : [],
    hidden: hiddenOrganizations,
    records: shownLinks.flatMap((link) => [hashOf(link), linkKeyOf(link)]),
    ...(actor.tool && { tool: { key: actor.tool.key, scopes: actor.tool.scopes } }),
  };
}

/** The terms of the matrix by which the actor may read the row; none when they may not. */
export function termsFor(
  actor: Actor,
  { table, group, values }: PlantedRow,
  shownLinks: readonly string[] = [],
): string[] {
  if (group === null) return [];
  const viewer = viewerFor(actor, group, shownLinks);
  const row = values as OracleRow['values'];
  const hidden = seesHidden(table, row, viewer) ? [] : viewer.hidden!;
  return permittingTerms(
    group,
    'r',
    { ...viewer, hidden },
    {
      organization: personalGroups.has(group) ? null : (row.organization_id ?? null),
      ...levelsOf(row),
      holds: conditionsOf(table, row, viewer),
    },
  );
}

/** The terms by which a mark may stand in an answer to the actor: by which one of the rows it tells of is theirs. */
export const termsToKnow = (actor: Actor, marks: readonly Mark[], shownLinks?: readonly string[]): string[] =>
  marks.flatMap(({ row, secret }) => (secret ? [] : termsFor(actor, row, shownLinks)));
