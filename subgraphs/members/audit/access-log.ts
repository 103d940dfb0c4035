import { FieldResolver, Resolver, Root } from 'type-graphql';
import { defineAccessLog, type LogScope } from '../../../shared/audit/define-access-log';
import { Organization } from '../organization/organization.entity';
import { organizationReference } from '../organization/organization.reference';

const log = defineAccessLog({
  schema: 'members',
  Organization,
  readOrganization: organizationReference,
});

@Resolver(() => Organization)
class OrganizationAccessLogResolver {
  @FieldResolver(() => log.AccessLog, {
    nullable: true,
    description: 'Who read or changed what of its data, across the whole hub.',
  })
  accessLog(@Root() { id }: Organization): LogScope {
    return { ref: id };
  }
}

export const { auditEntities } = log;

/** Who read or changed what in this subgraph, and the way there from an organisation. */
export const accessLogResolvers = [...log.accessLogResolvers, OrganizationAccessLogResolver] as const;
