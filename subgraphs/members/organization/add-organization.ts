import { indexNewRow } from '../../../shared/database/search';
import { insertRow } from '../../../shared/database/write-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { Application } from '../application/application.entity';
import { Organization } from './organization.entity';
import { searchTexts } from './organization-search';

/** The entry of an organisation that is new to the directory, kept by itself, as its application tells. */
export async function addOrganization(
  { session }: SubgraphContext,
  { organizationId, name, kind, country, place, description }: Application,
  role: string,
): Promise<void> {
  const row = {
    id: organizationId,
    organizationId,
    sharingLevel: 'PUBLIC',
    slug: slugOf(name.en!),
    name,
    acronym: null,
    kind,
    role,
    place,
    country,
    description,
    parentId: null,
    collective: false,
    establishment: 'EXISTING',
    activeSince: null,
    sources: [],
    note: null,
  };
  await insertRow(session, Organization, row);
  await indexNewRow(session, 'members', 'organization', { ...row, texts: searchTexts(row) });
}

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'organisation';
