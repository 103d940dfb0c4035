import sql, { raw, type Sql } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columnsOf, tableOf } from '../database/columns';
import { guardedColumns } from '../database/ddl';
import { GuardedRow, type OwnedRow } from '../database/rows';
import { type EntityReference, pointTo } from '../schema/entity-stub';
import type { SubgraphContext } from '../subgraph/context';
import { campaignSummary } from './campaign-policy';

/**
 * That a row belongs to a campaign. An event or a figure may be for everybody while its campaign is not, so the
 * link is a row of its own with the level of what it leads to: whoever may not know of the campaign sees no link,
 * by no field, filter or list. No subgraph reaches another one's rows: whoever narrows a campaign narrows its links first,
 * in each subgraph (`eventsSharingLevelSet` with the campaign's id, or its group's level). A link of another
 * organisation's row is that organisation's own word.
 */
export interface CampaignLinkRow extends GuardedRow {
  /** The row that belongs to the campaign: an event, a service, a story, a figure. */
  readonly subjectId: string;
  readonly campaignId: string;
}

/** The entity of `<schema>.campaign_link`. */
export function campaignLinkEntity(schema: string): ClassType<CampaignLinkRow> {
  @Entity({ schema, name: 'campaign_link' })
  class CampaignLink extends GuardedRow implements CampaignLinkRow {
    @PrimaryColumn('text', { name: 'subject_id' })
    subjectId!: string;

    @Column('text', { name: 'campaign_id' })
    campaignId!: string;
  }
  return CampaignLink;
}

/** The table behind {@link campaignLinkEntity}, for a migration. No foreign key: its subjects are of several tables. */
export const campaignLinkTable = (schema: string) => `create table ${schema}.campaign_link (
  ${guardedColumns(campaignSummary.ceiling)},
  subject_id text collate "C" not null,
  campaign_id text collate "C" not null,
  primary key (organization_id, subject_id)
);
create index campaign_link_subject on ${schema}.campaign_link (subject_id);
create index campaign_link_campaign on ${schema}.campaign_link (campaign_id, subject_id);`;

/** The link of a row to its campaign as it is inserted, if it has one. */
export const campaignLinks = (subject: OwnedRow, campaignId: string | null): CampaignLinkRow[] =>
  campaignId === null
    ? []
    : [
        {
          organizationId: subject.organizationId,
          sharingLevel: campaignSummary.standard,
          subjectId: subject.id,
          campaignId,
        },
      ];

/** Holds for rows `t` that the viewer may know to belong to the campaign; it may be an id or a column. */
export const linkedToCampaign = (schema: string, campaign: Sql | string): Sql => sql`t.id in (
  select link.subject_id from ${raw(schema)}.campaign_link link where link.campaign_id = ${campaign})`;

/** Points at the campaign of a row; null when it has none that this viewer may know of. One statement per tick. */
export async function loadCampaignRef(
  context: SubgraphContext,
  entity: ClassType<CampaignLinkRow>,
  subjectId: string,
): Promise<EntityReference | null> {
  const campaignId = await context
    .loader<string, string | null>('campaigns of rows', async (ids) => {
      const links = await context.session.rows<CampaignLinkRow>(sql`
select ${columnsOf(entity)} from ${tableOf(entity)} t where t.subject_id = any(${ids})`);
      const campaignOf = new Map(links.map((link) => [link.subjectId, link.campaignId]));
      return ids.map((id) => campaignOf.get(id) ?? null);
    })
    .load(subjectId);
  return pointTo(campaignId);
}
